"""The proof for Word, with every address."""

from comments.emergency.proof import Proof
from humas.base.docx import Document, Run


def docx(proof: Proof) -> bytes:
    made = Document(title=proof.title, author=proof.bureau.name, footer=f"{proof.bureau.name} · {proof.title}")
    made.letterhead(*proof.letterhead)
    made.paragraph(proof.title, style="Heading1", align="center")
    made.paragraph(Run(proof.subject, bold=True), align="center", keep_next=True)
    made.table([[label, words] for label, words in proof.facts], [1, 2.6], has_rules=False)
    rows = [[str(number), address] for number, address in enumerate(proof.addresses, 1)]
    made.table(rows, [0.7, 12], header=proof.headers, right={0})
    if proof.rest_of_file:
        made.paragraph(proof.rest_of_file)
    made.paragraph(proof.made_sentence, style="Caption", keep_next=True)
    signer = proof.signer
    cell = ["\n".join([*signer.above, "\n\n\n"]), Run(signer.name, bold=True), "\n" + "\n".join(signer.below)]
    made.table([["", cell]], [3, 2], has_rules=False, style="Signature")
    return made.to_bytes()
