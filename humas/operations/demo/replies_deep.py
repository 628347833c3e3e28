"""Readers who answer readers, more than once: a thread three levels deep, with a gap where one was thrown away."""

from .replies_model import DemoReply

DEEP = (
    DemoReply(
        key="jawab-kambing",
        story_key="vaksin",
        name="Humas Nusa Melira",
        email="humas@example.org",
        body="Kambing dan babi juga, Pak Sius. Sebelas ekor tidak apa-apa, asal sudah dikandangkan sebelum jam tujuh.",
        status="approved",
        hours_ago=146,
        answer_to="kambing",
    ),
    DemoReply(
        key="kandang",
        story_key="vaksin",
        name="Sius Tubahena",
        email="sius@example.net",
        body="Siap. Yang satu suka lompat pagar, itu yang pung mama. Kalau dia su lompat bagaimana?",
        status="approved",
        hours_ago=143,
        answer_to="jawab-kambing",
    ),
    DemoReply(
        key="ganti-rugi",
        story_key="vaksin",
        name="tetangga",
        email="tetangga@example.com",
        body="Kambing kau itu yang makan sayur saya!!! Ganti rugi dulu baru bicara suntik, dasar kau!!!",
        status="trash",
        hours_ago=142,
        answer_to="kambing",
    ),
    DemoReply(
        key="sabar",
        story_key="vaksin",
        name="Oma Paulina",
        email="paulina@example.org",
        body="Sabar e, Bapa. Sayur bisa tumbuh lagi. Saya ada bibit kangkung, besok ambil di rumah.",
        status="approved",
        hours_ago=141,
        answer_to="ganti-rugi",
    ),
)
