import Figures
import Foundation
import Testing

@Suite struct `Text tables` {
    let epochs = TextTable(
        ["epoch", "loss", "note"], rows: [[0, 0.637166, "x² ≤ 1"], [10, Float(0.5), nil as String?]], decimals: 4)

    @Test func `numbers are aligned right, words left`() {
        #expect(
            epochs.terminal(.plain).lines == [
                "epoch    loss  note",
                "─────  ──────  ──────",
                "    0  0.6372  x² ≤ 1",
                "   10  0.5000",
            ])
    }

    @Test func `a box has lines of equal width`() {
        var table = epochs
        table.isBoxed = true
        let lines = table.terminal(.plain).lines
        #expect(lines[0] == "┌───────┬────────┬────────┐" && lines[1] == "│ epoch │   loss │ note   │")
        #expect(Set(lines.map(\.count)) == [27])
    }

    @Test func `texts that read like numbers line up too`() {
        let table = TextTable(["time", "rate"], rows: [["00:01", "97.5 %"], ["12:34", "3 %"]])
        #expect(table.description.lines.last == "12:34     3 %")
    }

    @Test func `numbers too small for their decimals are not shown as zero`() {
        let table = TextTable(["rate"], rows: [[1e-9], [0.0], [Double.nan], [-Float.nan]])
        #expect(table.description.lines.suffix(4) == ["    1e-9", "0.000000", "     nan", "     nan"])
    }

    @Test func `missing cells stay empty and rows may be added`() {
        var table = TextTable(["a", "b"])
        table.add(1)
        table.add(2, "x", 3)
        #expect(table.description.lines.last == "2  x  3")
    }

    @Test func `only a terminal with colour gets escape codes`() {
        #expect(!epochs.description.hasEscapes && epochs.terminal(trueColour).hasEscapes)
    }

    @Test func `Markdown is aligned and bars are escaped`() {
        #expect(TextTable(["a|b", "n"], rows: [["x", 1]]).markdown == "| a\\|b | n |\n| :-- | --: |\n| x | 1 |")
    }
}
