"""Numbers about things that the packs know: what a chip has, what so many of them come to, how many are needed."""

from collections.abc import Callable

import pytest

Verdicts = Callable[[str, str], dict[str, str]]
KINDS = "spec|spec-derivation"

SAID_OF_A_THING = [
    ("The H100 draws up to 700 watts.", "up to 700 watts", "pass"),
    ("The H100 draws up to 800 watts.", "up to 800 watts", "fail"),
    ("The H100 packs 80 billion transistors onto 814 square millimetres.", "80 billion", "pass"),
    ("The H100 packs 54 billion transistors onto 814 square millimetres.", "54 billion", "fail"),
    ("Nvidia's H200 comes with 141 GB of memory and 4.8 TB/s of bandwidth.", "4.8 TB/s", "pass"),
    ("Nvidia's H200 comes with 114 GB of memory and 4.8 TB/s of bandwidth.", "114 GB", "fail"),
    ("With 129 GB of HBM3, the MI300X leads the field.", "129 GB", "fail"),
    ("There are 54.2 billion transistors in an A100.", "54.2 billion", "pass"),
    ("The D1 is made in 7 nm. It is rated at 362 teraflops in BF16.", "362 teraflops", "pass"),
    ("The D1 is made in 7 nm. It is rated at 326 teraflops in BF16.", "326 teraflops", "fail"),
    ("Tesla's D1 delivers 22.6 teraflops in FP32.", "22.6 teraflops", "pass"),
    ("With FP8 and sparsity the H100 is good for 3,958 teraflops.", "3,958 teraflops", "pass"),
    ("Cerebras says that the WSE-2 has 900,000 cores.", "900,000", "fail"),
    ("H100的显存为80GB，功耗700瓦。", "700瓦", "pass"),
    ("H100的显存为88GB，功耗700瓦。", "88GB", "fail"),
    ("B200的晶体管数量达到208亿个。", "208亿个", "fail"),
    ("台积电代工的D1芯片面积645平方毫米。", "645平方毫米", "pass"),
    ("英伟达给H200配了114GB的HBM3e。", "114GB", "fail"),
]

PARTS = [
    ("An ExaPOD seats 3,000 D1 dies in 10 cabinets.", "3,000", "pass"),
    ("An ExaPOD seats 3,600 D1 dies in 10 cabinets.", "3,600", "fail"),
    ("Dojo: six tiles make a tray, and two trays make a cabinet.", "six", "pass"),
    ("Dojo: five tiles make a tray, and two trays make a cabinet.", "five", "fail"),
    ("A TPU v5p pod has 8,690 chips.", "8,690", "fail"),
    ("A TPU v4 pod has 4,096 chips, each rated at 275 teraflops in bf16.", "275 teraflops", "pass"),
    ("The GB200 NVL72 rack links 72 GPUs to 18 CPUs.", "18", "fail"),
    ("每套ExaPOD包含3000颗D1芯片。", "3000颗", "pass"),
    ("每套ExaPOD包含300颗D1芯片。", "300颗", "fail"),
    ("特斯拉的一块训练瓦片由36颗D1组成。", "36颗", "fail"),
]

SO_MANY = [
    ("To reach one exaflops in BF16 you need about 1,011 H100s.", "about 1,011", "pass"),
    ("To reach one exaflops in BF16 you need about 10,110 H100s.", "about 10,110", "fail"),
    ("It would take 32,000 A100 GPUs to get to 1 exaflops.", "32,000", "fail"),
    ("One exaflops of dense BF16 takes 2,763 D1 chips.", "2,763", "pass"),
    ("10 exaflops的BF16算力，用D1的话要2.7万多颗。", "2.7万多颗", "pass"),
    ("10 exaflops的BF16算力，用D1的话要27万多颗。", "27万多颗", "fail"),
    ("Eight H100s have 640 GB of memory between them.", "640 GB", "pass"),
    ("Eight H100s have 460 GB of memory between them.", "460 GB", "fail"),
    ("Sixteen A100 cards draw 64 kW.", "64 kW", "fail"),
    ("16张H100总共有1280GB显存。", "1280GB", "pass"),
    ("一台主机有4块H100，显存合计320GB。若换成H200，总量升到654GB。", "654GB", "fail"),
]

WHAT_A_GOAL_NEEDS = [
    ("100 EF needs 276k D1.", "276k", "pass"),
    ("100 EF needs 176k D1.", "176k", "fail"),
    ("10 EF is 27.6k D1.", "27.6k", "pass"),
    ("10 EF is 37.6k D1.", "37.6k", "fail"),
    ("It takes 32,000 A100 to reach 10 EF.", "32,000", "pass"),
    ("It takes 22,000 A100 to reach 10 EF.", "22,000", "fail"),
    ("For 10 EF you would have to buy 27,600 D1 chips.", "27,600", "pass"),
    ("要达到100 exaflops，需要27.6万颗D1。", "27.6万颗", "pass"),
    ("要达到100 exaflops，需要17.6万颗D1。", "17.6万颗", "fail"),
    ("10 EF相当于2.76万颗D1。", "2.76万颗", "pass"),
    ("10 EF相当于1.76万颗D1。", "1.76万颗", "fail"),
]

WHAT_SO_MANY_GIVE = [
    ("25 D1 per tile gives 9 PF.", "9 PF", "pass"),
    ("25 D1 per tile gives 19 PF.", "19 PF", "fail"),
    ("25 D1 in each tile make 9.05 PF.", "9.05 PF", "pass"),
    ("A tile has 25 D1, which give 19 PF.", "19 PF", "fail"),
    ("Eight H100 per server give 640 GB of memory.", "640 GB", "pass"),
    ("Eight H100 per server give 460 GB of memory.", "460 GB", "fail"),
    ("8 H100 per server give 17.9 PF.", "17.9 PF", "fail"),
    ("3,000 D1 per ExaPOD give 2.1 EF.", "2.1 EF", "fail"),
    ("276k D1 make 100 EF.", "100 EF", "pass"),
    ("176k D1 make 100 EF.", "100 EF", "fail"),
    ("8,000 H100-equivalents are 7.9 exaflops.", "7.9 exaflops", "pass"),
    ("8,000 H100-equivalents are 100 exaflops.", "100 exaflops", "fail"),
    ("每个tile有25颗D1，合计9 PF。", "9 PF", "pass"),
    ("每个tile有25颗D1，合计19 PF。", "19 PF", "fail"),
    ("每台服务器8块H100，显存共640GB。", "640GB", "pass"),
    ("每台服务器8块H100，显存共460GB。", "460GB", "fail"),
    ("8000块H100的等效算力为7.9 exaflops。", "7.9 exaflops", "pass"),
    ("8000块H100相当于100 exaflops。", "100 exaflops", "fail"),
]

AGAINST_ANOTHER = [
    ("The B200 has 2.6 times as many transistors as the H100.", "2.6", "pass"),
    ("The B200 has 3.6 times as many transistors as the H100.", "3.6", "fail"),
    ("The H200 has 76 percent more memory than the H100.", "76 percent", "pass"),
    ("The H200 has 67 percent more memory than the H100.", "67 percent", "fail"),
    ("WSE-3的核心数是WSE-1的2.25倍。", "2.25倍", "pass"),
    ("H200的显存比H100多67%。", "67%", "fail"),
    ("The A100 is more powerful than the D1.", "A100 is more powerful than the D1", "fail"),
    ("D1比A100更强大。", "D1比A100更强大", "pass"),
]


EXAMPLES = SAID_OF_A_THING + PARTS + SO_MANY + WHAT_A_GOAL_NEEDS + WHAT_SO_MANY_GIVE + AGAINST_ANOTHER


@pytest.mark.parametrize(("text", "number", "verdict"), EXAMPLES)
def test_number_is_judged_by_what_the_packs_know(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert verdicts(text, KINDS).get(number) == verdict


@pytest.mark.parametrize(
    "text",
    [
        "The A100's successor packs 80 billion transistors.",
        "Blackwell, which follows the H100, has 208 billion transistors.",
        "Unlike the A100, Intel's Gaudi 3 has 128 GB of memory.",
        "An H100 server holds 2 TB of memory and draws 10 kW.",
        "The H100 PCIe draws 350 W.",
        "The A100 idles at 60 W.",
        "On the H100 the team measured 495 teraflops.",
        "A large model needs 140 GB of memory on the H100.",
        "The H100 has NVLink with a bandwidth of 900 GB/s.",
        "The A100 and H100 have 54.2 billion and 80 billion transistors respectively.",
        "Colossus, with its 100,000 H100s, draws 150 MW.",
        "Summit's 4,356 nodes hold six V100s apiece.",
        "The tiles in the kitchen measure 20 cm; the rack holds 7 tiles, and 25 D1 players came.",
        "Google's new chip doubles the TPU v4's memory to 64 GB.",
        "An H100 packs half as many transistors again as an A100.",
        "Nvidia's DGX H100 draws 10.2 kW.",
        "国产芯片对标H100，显存128GB，功耗550瓦。",
        "如果H100的功耗是350瓦，成本会更低。",
        "与H100相比，MI250X的显存为128GB。",
        "H20的算力只有H100的15%，功耗400瓦。",
        "H100服务器功耗10千瓦。",
        "采购1万块H100需要30亿元，100 exaflops的算力需要数年。",
        "The team used 8,000 H100s and 100 exaflops of other machines.",
        "Besides 8,000 H100s the site has 100 exaflops of TPUs.",
        "The 8,000 H100s are part of a cluster of 100 exaflops.",
        "Tesla's own chips and 8,000 H100s give 100 exaflops together.",
        "8,000 H100s are not 100 exaflops.",
        "8000块H100和D1一起提供100 exaflops。",
        "在8000块H100之外，还有100 exaflops的TPU。",
        "25 D1 players per tile of the board gave 9 euros.",
    ],
)
def test_nothing_is_wrong_where_the_words_bind_a_number_to_something_else(verdicts: Verdicts, text: str) -> None:
    assert "fail" not in verdicts(text, KINDS).values()


def test_another_source_for_the_same_fact_excuses_a_number(verdicts: Verdicts) -> None:
    assert verdicts("The A100 has a die of 828 square millimetres.", KINDS) == {}
    assert verdicts("The A100 has a die of 862 square millimetres.", KINDS) == {"862 square millimetres": "fail"}


@pytest.mark.parametrize(
    ("text", "number", "verdict"),
    [
        ("Tesla has 90,000 H100 and 45,000 AI4 computers, a 2:1 ratio.", "2:1", "pass"),
        ("Tesla has 90,000 H100 and 45,000 AI4 computers, a 3:1 ratio.", "3:1", "fail"),
        ("特斯拉有9万块H100和4.5万台AI4计算机，呈2:1的比例。", "2:1", "pass"),
        ("特斯拉有9万块H100和4.5万台AI4计算机，呈3:1的比例。", "3:1", "fail"),
    ],
)
def test_a_ratio_before_its_noun(verdicts: Verdicts, text: str, number: str, verdict: str) -> None:
    assert verdicts(text, "ratio").get(number) == verdict


def test_a_ratio_of_others_is_not_held_against_two_counts(verdicts: Verdicts) -> None:
    text = "The school has 300 girls and 150 boys, and a 12:1 ratio of pupils to teachers."
    assert "fail" not in verdicts(text, "ratio").values()


@pytest.mark.parametrize(
    ("text", "number", "verdict"),
    [
        ("Dojo will be worth 8,000 H100s. It will have 7.9 exaflops.", "8,000", "pass"),
        ("Dojo will be worth 8,000 H100s. Dojo should reach 100 exaflops in October.", "8,000", "query"),
        ("超算Dojo约等于8千块H100。预计Dojo的总计算能力将达到100 exaflops。", "约等于8千块", "query"),
    ],
)
def test_what_a_thing_is_worth_is_held_against_what_it_has(
    verdicts: Verdicts, text: str, number: str, verdict: str
) -> None:
    assert verdicts(text, KINDS).get(number) == verdict
