"""What the server tells of itself, its resources and its prompt; and that it speaks over standard input and output."""

import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, MCPError, StdioServerParameters
from mcp.types import Completion, PromptReference, ResourceTemplateReference, Tool

from factcheck import __version__
from factcheck.codes import CODES
from factcheck.loader.discovery import builtin_packs
from tests.mcp.conftest import Assistant
from tests.projects import ROOT, environment, run, write

TOOLS = ["check_draft", "check_claim", "mentions", "derive", "facts", "rules", "explain"]
DOCS = (ROOT / "docs/assistants.md").read_text(encoding="utf-8")


def tools(assistant: Assistant) -> list[Tool]:
    return assistant.asks(lambda client: client.list_tools()).tools


def read(assistant: Assistant, uri: str) -> str:
    (content,) = assistant.asks(lambda client: client.read_resource(uri)).contents
    return str(vars(content)["text"])


def test_each_tool_says_what_it_takes_and_gives_and_changes_nothing(assistant: Assistant) -> None:
    found = tools(assistant)
    assert [one.name for one in found] == TOOLS
    for one in found:
        assert one.description
        assert one.output_schema
        assert one.annotations
        assert (one.annotations.read_only_hint, one.annotations.open_world_hint) == (True, False)


def test_the_fields_of_findings_are_those_of_the_report(assistant: Assistant) -> None:
    schema = json.loads((ROOT / "docs/draft.schema.json").read_text(encoding="utf-8"))["$defs"]
    answer = (tools(assistant)[0].output_schema or {})["$defs"]
    own = {"line", "column", "remarks", "sources"}
    assert answer["Found"]["properties"].keys() - own <= schema["DraftFinding"]["properties"].keys()
    assert answer["Given"]["properties"].keys() <= schema["DraftInput"]["properties"].keys()
    claim = (tools(assistant)[1].output_schema or {})["$defs"]["Outcome"]
    assert claim["properties"].keys() == schema["Outcome"]["properties"].keys()


def test_the_packs_are_resources(assistant: Assistant) -> None:
    listed = assistant.asks(lambda client: client.list_resources()).resources
    assert [one.uri for one in listed] == ["factcheck://packs", "factcheck://pages"]
    names = [one["name"] for one in json.loads(read(assistant, "factcheck://packs"))]
    assert {path.name for path in builtin_packs()} <= {*names}
    pack = json.loads(read(assistant, "factcheck://pack/compute"))
    assert "D1" in pack["things"]
    assert {"key": "peak", "title": "peak throughput"} in pack["attributes"]
    core = json.loads(read(assistant, "factcheck://pack/core"))
    assert "cagr" in [one["id"] for one in core["rules"]]


def test_the_pages_of_codes_are_resources(assistant: Assistant) -> None:
    assert read(assistant, "factcheck://page/FC601").startswith("# FC601: percentage of a change")
    listed = json.loads(read(assistant, "factcheck://pages"))
    assert {one["code"] for one in listed} >= CODES.keys()


@pytest.mark.parametrize(
    "uri", ["factcheck://page/FC999", "factcheck://pack/none", "factcheck://page/..%2f..%2fetc", "file:///etc/passwd"]
)
def test_what_is_no_resource_is_refused(assistant: Assistant, uri: str) -> None:
    with pytest.raises(MCPError) as refused:
        read(assistant, uri)
    assert refused.value.error.code == -32602  # invalid parameters


@pytest.mark.parametrize(
    ("language", "head"), [("en", "Verify the numbers before you answer."), ("zh", "回答之前，先核对数字。")]
)
def test_the_prompt_names_the_tools_in_both_languages(assistant: Assistant, language: str, head: str) -> None:
    asked = {"language": language, "task": "Write about Dojo."}
    (message,) = assistant.asks(lambda client: client.get_prompt("verify_numbers", asked)).messages
    text = str(vars(message.content)["text"])
    assert text.startswith(head)
    assert text.endswith("Write about Dojo.")
    assert {*re.findall(r"`(\w+_\w+|facts|explain)`", text)} <= {*TOOLS}


def completed(assistant: Assistant, ref: Any, argument: str, value: str) -> Completion:
    asked = {"name": argument, "value": value}
    return assistant.asks(lambda client: client.complete(ref, asked)).completion


def test_names_are_completed(assistant: Assistant) -> None:
    page = ResourceTemplateReference(uri="factcheck://page/{code}")
    assert completed(assistant, page, "code", "fc40").values == ["FC401", "FC404", "FC405", "FC406"]
    pack = ResourceTemplateReference(uri="factcheck://pack/{name}")
    assert completed(assistant, pack, "name", "co").values == ["compute", "core"]
    prompt = PromptReference(name="verify_numbers")
    assert completed(assistant, prompt, "language", "z").values == ["zh"]
    assert completed(assistant, prompt, "task", "z").values == []


def test_the_program_answers_over_standard_input_and_output(tmp_path: Path) -> None:
    write(tmp_path)
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "factcheck", "mcp", str(tmp_path)], env=environment(), cwd=str(tmp_path)
    )

    async def asked() -> tuple[str, str, Any]:
        async with Client(server) as client:
            assert client.server_info
            answer = await client.call_tool("check_claim", {"says": "2 basket * basket.loaf = 24 loaf"})
            return client.server_info.version, client.server_info.name, answer.structured_content

    version, name, answer = asyncio.run(asked())
    assert (version, name, answer["verdict"]) == (__version__, "factcheck", "pass")


def test_without_the_extra_the_program_names_it(tmp_path: Path) -> None:
    code = "import sys; sys.modules['mcp'] = None; from factcheck.cli.main import run; run()"
    found = subprocess.run(
        [sys.executable, "-c", code, "mcp"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
    )
    assert found.returncode == 2
    told = 'factcheck: the server for assistants needs the extra `mcp`: `pip install "factcheck-engine[mcp]"`\n'
    assert (found.stdout, found.stderr) == ("", told)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = run("mcp", "nowhere", cwd=tmp_path)
    assert (found.returncode, found.stderr) == (2, b"factcheck: there is no `nowhere`\n")


# docs/assistants.md


def test_the_page_tells_of_each_tool_and_resource() -> None:
    assert re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE) == TOOLS
    assert "`factcheck://pack/compute`" in DOCS
    assert "`factcheck://page/FC601`" in DOCS


def test_the_settings_of_clients_start_the_program() -> None:
    blocks = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)]
    servers = [{**block.get("mcpServers", {}), **block.get("servers", {})}["factcheck"] for block in blocks]
    assert len(servers) >= 2
    assert all([server["command"], *server["args"]][:2] == ["factcheck", "mcp"] for server in servers)
