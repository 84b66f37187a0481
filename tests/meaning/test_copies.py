"""What `make copies` shows: each change as words, and nothing where only a drawing moved."""

import nbformat

from tests.copies import changes, words

OLD = "Responding by week 12: nothing 35 %, medication 47 %, both 64 %."


def notebook(tmp_path, sentence, path="M0 0"):
    cell = nbformat.v4.new_code_cell("explorer")
    drawing = f'<svg><path d="{path}"/><text x="1">weeks</text></svg>'
    cell.outputs = [nbformat.v4.new_output("display_data", {"text/plain": sentence, "image/svg+xml": drawing})]
    file = tmp_path / "some.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), file)
    return words(file)


def test_a_number_that_moved_is_shown_among_its_words(tmp_path):
    before, after = notebook(tmp_path, OLD), notebook(tmp_path, OLD.replace("47", "74"))
    assert list(changes(before, after)) == ["nothing 35 %, medication [-47-] {+74+} %, both 64 %."]


def test_what_came_and_what_went_are_told_apart(tmp_path):
    before = notebook(tmp_path, OLD)
    assert list(changes(before, notebook(tmp_path, OLD.replace(", both 64 %", "")))) == [
        "35 %, medication 47 [-%, both 64-] %."
    ]
    assert list(changes([], ["new"])) == ["{+new+}"]


def test_a_drawing_alone_changes_no_words(tmp_path):
    before, after = notebook(tmp_path, OLD), notebook(tmp_path, OLD, path="M9 9")
    assert list(changes(before, after)) == []
    assert "weeks" in before, "a picture's own words are words"
