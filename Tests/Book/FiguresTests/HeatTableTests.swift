import Testing

@testable import Figures

@Suite struct `A table of numbers on their colours` {
    private let table = HeatTable(
        "Ratings", rows: ["Ann", "Bob"], columns: ["Kolya", "Fargo", "Heat"], [[5, nil, 1], [nil, 3, nil]], range: 1...5
    )

    @Test func `a missing number leaves its cell white and empty`() throws {
        let all = try #require(elements(table.svg))
        let fills = all.filter { $0.name == "rect" }.dropFirst().compactMap { $0.attributes["fill"] }
        #expect(fills.count == 6 && fills.count { $0 == "#ffffff" } == 4)  // three gaps, and the smallest number
        #expect(fills[0] == ColourMap.shares(1).hex && fills[4] == ColourMap.shares(0.5).hex)
        let texts = all.filter { $0.name == "text" }.map(\.text)
        #expect(texts == ["Ratings", "Kolya", "Fargo", "Heat", "Ann", "5", "1", "Bob", "3"])
    }

    @Test func `in a terminal, columns are numbered, and a gap is a dot`() {
        let lines = table.terminal(.plain).lines
        #expect(lines == ["Ratings", "     1 2 3", "Ann  5 · 1", "Bob  · 3 ·", "1 Kolya", "2 Fargo", "3 Heat"])
    }

    @Test func `numbers stand before rows and above columns, and a marked cell has a frame`() throws {
        let sheet = HeatTable(
            "", rows: ["a"], columns: ["b", "c"], [[2.5, nil]], range: 0...5, decimals: 2, rowNumbers: [[1, 2]],
            columnNumbers: [[0.5, 1], [3, 4]], marked: (0, 0))
        let all = try #require(elements(sheet.svg))
        let texts = all.filter { $0.name == "text" }.map(\.text)
        #expect(texts == ["b", "0.50", "1.00", "c", "3.00", "4.00", "a", "1.00", "2.00", "2.50"])
        #expect(all.count { $0.attributes["stroke"] == Colour.vermilion.hex } == 5)
        #expect(sheet.terminal(.plain).lines[3] == "a   1.00   2.00  2.50    ·")
    }

    @Test func `a row with another number of values stops the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = HeatTable("", rows: ["a"], columns: ["b"], [[1.0, 2.0]], range: 0...1)
        }
    }
}
