"""What drafts say of countries, planets and constants: held against the figure of the date, in plain words only."""

import pytest

from factcheck.engine.resolve.knowledge import Knowledge, join
from factcheck.engine.resolve.setting import Engine
from factcheck.engine.rules.equations import Equations
from factcheck.loader.packs import load_pack
from factcheck.model.draft import DraftFinding
from factcheck.proofread.draft import proofread
from tests.conftest import ROOT
from tests.notation import rows


@pytest.fixture(scope="module")
def world(knowledge: Knowledge) -> Engine:
    loaded = [load_pack(ROOT / "rules" / name, ROOT) for name in ("science", "world")]
    assert [problem for _, problems in loaded for problem in problems] == []
    packs = [pack for pack, _ in loaded if pack is not None]
    return Engine(join((*knowledge.packs, *packs), knowledge.units), Equations())


def finding(text: str, engine: Engine, date: str = "") -> DraftFinding | None:
    """Return what is said of the number in double brackets."""
    start, end = text.index("[["), text.index("]]") - 2
    found = proofread(text.replace("[[", "").replace("]]", ""), engine, date=date).findings
    return next((one for one in found if one.start < end and one.end > start), None)


RIGHT = """
    China's [[1.41 billion]] people in 2023 lived mostly in the east. | China.population[2023]
    In 2023, Germany's population was [[83.3 million]]. | Germany.population[2023]
    The population of Kenya reached [[55.3 million]] in 2023. | Kenya.population[2023]
    Japan, with a population of [[124 million]], is an archipelago. | Japan.population
    The world's [[eight billion]] people need food. | World.population
    Russia has an area of [[17.1 million square kilometres]]. | Russia.area
    Canada covers an area of [[9.98 million square km]]. | Canada.area
    Poland (population [[36.6 million]]) joined in 2004. | Poland.population
    Life expectancy in Japan was [[85 years]] in 2024. | Japan.life_expectancy[2024]
    Germany's unemployment rate was [[3.5%]] in 2024. | Germany.unemployment[2024]
    In 2010 Indonesia had [[246 million]] inhabitants. | Indonesia.population[2010]
    Mexico's economic output was [[$1.79 trillion]] in 2023. | Mexico.gdp[2023]
    India, in the south of Asia, has a population of [[1.45 billion]]. | India.population
    The planet must feed the world's [[eight billion]]. | World.population
    About [[84 million]] people live in Germany. | Germany.population
    With [[1.4 billion]] people, India is the most populous country. | India.population
    Kenya's population, at [[56 million]], is young. | Kenya.population
    Russia, the world's largest country, has an area of [[17,098,242 km²]]. | Russia.area
    Germany's GDP (2023): [[$4.46 trillion]] | Germany.gdp[2023]
    Italy's 2023 GDP was [[$2.25 trillion]]. | Italy.gdp[2023]
    中国[[14亿]]人口。 | China.population
    中国2023年人口为[[14.1亿]]。 | China.population[2023]
    德国2023年国内生产总值[[4.5万亿美元]]。 | Germany.gdp[2023]
    截至2023年底，越南人口达到[[1亿]]。 | Vietnam.population[2023]
    俄罗斯国土面积[[1710万平方公里]]。 | Russia.area
    2023年全球人口约[[80亿]]。 | World.population[2023]
    日本人均预期寿命2024年为[[85.2岁]]。 | Japan.life_expectancy[2024]
    法国有[[6800多万]]人口。 | France.population
    The speed of light is about [[300,000 km/s]]. | speed_of_light_in_vacuum.value
    Jupiter has a mass of [[1.8985e27 kg]]. | Jupiter.mass
    The melting point of gold is [[1,064 °C]]. | gold.melting_point
    木星的直径约[[14.3万公里]]。 | Jupiter.diameter
    光速约为[[30万公里/秒]]。 | speed_of_light_in_vacuum.value
"""


@pytest.mark.parametrize(("text", "fact"), rows(RIGHT))
def test_a_figure_of_its_date_is_verified(world: Engine, text: str, fact: str) -> None:
    found = finding(text, world)
    assert found is not None
    assert found.verdict == "pass"
    assert found.says.startswith(fact)


WRONG = """
    In 2010 Indonesia had [[283 million]] inhabitants. | the population of Indonesia in 2010 is 246 million
    Nigeria had a population of [[167 million]] in 2020. | the population of Nigeria in 2020 is 214 million
    The GDP of India stood at [[$3.35 billion]] in 2022. | the GDP of India in 2022 is $3353.47 billion
    India's GDP was [[$2.04 trillion]] in 2022. | the GDP of India in 2022 is $3.35 trillion
    In 2023, Germany's population was [[38.3 million]]. | the population of Germany in 2023 is 83.3 million
    In 2023 the world's population was [[80 billion]]. | the population of the world in 2023 is 8.06 billion
    Russia has an area of [[71.1 million square kilometres]]. | the area of Russia is 17.1 million square kilometres
    2010年，印度总人口达[[14.03亿]]。 | 2010年印度的人口是12.43亿
    2023年巴西的GDP为[[2170亿美元]]。 | 2023年巴西的国内生产总值是21737亿美元
    俄罗斯国土面积[[171万平方公里]]。 | 俄罗斯的面积是1710万平方公里
    The speed of light is [[29,979 km/s]]. | the speed of light in vacuum is 299,792 km/s
    The atomic number of gold is [[97]]. | the atomic number of gold is 79
    木星的直径约[[1.43万公里]]。 | 木星的直径是14.3万公里
"""


@pytest.mark.parametrize(("text", "told"), rows(WRONG))
def test_a_slip_or_the_value_of_another_year_is_wrong(world: Engine, text: str, told: str) -> None:
    found = finding(text, world)
    assert found is not None
    assert (found.code, found.verdict) == ("FC621", "fail")
    assert told in found.message


ASKED = """
    Brazil's GDP in 2023 was [[$1.87 trillion]].
    Nigeria had a population of about [[167 million]] in 2020.
    Syria's population was [[17 million]] in 2018.
    China's [[1.31 billion]] people in 2023 lived mostly in the east.
    Germany's unemployment rate was [[5.3%]] in 2024.
    Life expectancy in Japan was [[58 years]] in 2024.
    德国2023年国内生产总值[[5.4万亿美元]]。
"""


@pytest.mark.parametrize("text", [line for (line,) in rows(ASKED)])
def test_what_a_revision_or_another_way_to_count_may_explain_is_only_asked_about(world: Engine, text: str) -> None:
    found = finding(text, world)
    assert found is not None
    assert found.verdict == "query"
    assert found.reason in {
        "such figures are revised, and other sources count in other ways",
        "这类数据会修订，其他来源的口径也可能不同",
    }


def test_what_the_pack_allows_for_revisions_is_borderline(world: Engine) -> None:
    found = finding("Germany's population was [[84.1 million]] in 2023.", world)
    assert found is not None
    assert found.verdict == "borderline"
    assert found.message.endswith("the draft says 84.1 million; such figures are revised by as much")


def test_a_text_of_a_known_day_means_the_years_before_it(world: Engine) -> None:
    text = "Ethiopia has a population of [[67 million]]."
    old, new, unknown = (finding(text, world, date=day) for day in ("2001-05-01", "2023-05-01", ""))
    assert old is not None
    assert (old.verdict, old.says) == ("pass", "Ethiopia.population[2000] = 67 million")
    assert new is not None
    assert new.verdict == "query"
    assert unknown is None


def test_the_source_is_cited_with_its_licence(world: Engine) -> None:
    found = finding("In 2023, Germany's population was [[38.3 million]].", world)
    assert found is not None
    assert "World Bank, World Development Indicators, SP.POP.TOTL (CC BY 4.0)" in str(found.outcome)


SILENT = """
    Germany's unemployment rate was [[6.0%]] in 2024.
    In 2020, Nigeria's population was [[206 million]].
    China's GDP in 2004 was [[$1.65 trillion]].
    In 2021, Canada's GDP was [[$2.5 trillion]].
    Norway has a coastline of [[103,000 km]].
    In 2019 China and India had a population of [[2.8 billion]].
    The United States had [[1.2 million]] people in prison in 2022.
    In 1945 Germany's population was [[65 million]].
    Ethiopia's urban population was [[26 million]] in 2020.
    The working population of Spain was [[20 million]] in 2010.
    In 2023 some [[14 million]] people in Kenya went hungry.
    Germany's GDP per capita was [[$54,000]] in 2023.
    India's population is expected to reach [[1.67 billion]] by 2050.
    The population of New Mexico was [[2.1 million]] in 2020.
    The population of West Germany was [[62 million]] in 1985.
    China's population fell by [[2 million]] in 2023.
    France's GDP grew [[1.1%]] in 2023.
    Half of Japan's population was [[62 million]] in 2023.
    Nigeria's army had [[230,000]] people in 2020.
    Georgia's population was [[10.7 million]] in 2020.
    The European Union had a population of [[508 million]] in 2015.
    In 1850 China's population was [[430 million]].
    德国2023年农村人口为[[1850万]]。
    2023年中国60岁及以上人口为[[2.97亿]]。
    日本2023年人均GDP为[[3.4万美元]]。
    2022年尼日利亚有[[500万]]人口面临饥荒。
    预计到2050年印度人口将达[[16.7亿]]。
"""


@pytest.mark.parametrize("text", [line for (line,) in rows(SILENT)])
def test_what_is_not_all_of_the_thing_or_not_said_of_a_known_date_is_left_alone(world: Engine, text: str) -> None:
    assert finding(text, world) is None


RANKS = """
    China is the world's [[second-largest]] economy. | pass | by GDP in 2024, China is number 2
    India was the world's [[most populous]] country in 2023. | pass | India 1.44 billion, China 1.41 billion
    Brazil is the [[fifth largest]] country by area. | pass | Russia 17.1 million km^2, Canada 9.98 million km^2
    The world's [[largest]] economy, the United States, slowed. | pass | the United States is number 1
    Brazil is the [[third largest]] country by area. | query | by area, Brazil is number 5, the text says third largest
    Indonesia was the world's [[third most populous]] country in 2020. | query | Indonesia is number 4
    Germany was the world's [[second-largest]] economy in 2023. | query | Germany is number 3
    China was the world's [[most populous]] country in 2024. | borderline | India 1.45 billion, China 1.41 billion
    中国是世界[[第二大经济体]]。 | pass | 按2024年国内生产总值，中国居第2位，与文中一致：美国 29.2万亿 USD
    印度是世界上[[人口最多的国家]]。 | pass | 印度 14.5亿、中国 14.1亿
    巴西是世界[[面积第三大的国家]]。 | query | 按面积，巴西居第5位
"""


@pytest.mark.parametrize(("text", "verdict", "told"), rows(RANKS))
def test_a_rank_is_a_place_among_all_countries(world: Engine, text: str, verdict: str, told: str) -> None:
    found = finding(text, world)
    assert found is not None
    assert (found.kind, found.verdict) == ("rank", verdict)
    assert told in found.message


NO_RANKS = """
    Germany is Europe's [[largest]] economy.
    Nigeria is the [[most populous]] country in Africa.
    India overtook China as the world's [[most populous]] country in 2023.
    Germany is the world's [[second-largest]] economy.
    The world's [[largest]] bank is in China.
    In 2023, Bangladesh was the world's [[most populous]] country never to have won an Olympic medal.
    Kazakhstan is the world's [[largest]] country with no access to the sea.
    2023年，日本是世界上[[人口最多的国家]]之一。
    德国是欧洲[[第一大经济体]]。
    中国是世界[[第一]]制造业大国。
"""


@pytest.mark.parametrize("text", [line for (line,) in rows(NO_RANKS)])
def test_a_rank_of_another_kind_or_of_a_time_that_is_not_told_is_left_alone(world: Engine, text: str) -> None:
    assert finding(text, world) is None


def test_a_rank_in_a_text_of_a_known_day_is_that_of_its_time(world: Engine) -> None:
    text = "Japan is the world's [[second-largest]] economy."
    old, new = (finding(text, world, date=day) for day in ("2005-05-01", "2023-05-01"))
    assert old is not None
    assert old.verdict == "pass"
    assert new is not None
    assert new.verdict == "query"


def test_a_text_that_names_no_attribute_reads_no_names(world: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("names are looked for")

    monkeypatch.setattr("factcheck.draft.things.registers.individuals.Individuals.find", refuse)
    report = proofread("The road is 620 km (385 miles) long, and 12 of 40 seats are taken.", world)
    assert len(report.numbers) == 4


def test_a_power_of_ten_is_told_as_it_is_written(world: Engine) -> None:
    found = finding("The Boltzmann constant is [[8.617e-5]] eV/K.", world)
    assert found is not None
    assert "is 8.617e-5 eV/K" in found.message
