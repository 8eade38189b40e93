import Testing

@testable import Figures

@Suite struct `Numbers along a text` {
    private let grid = TokenGrid(
        "A gate and a memory", ["eight", "thousand", "one"],
        [.init("forget", [0.9, 0, 1]), .init("memory", [-1, 0, 3] as [Float], range: -3...3, colours: .signed)])

    @Test func `every token has a column, and every number its colour`() throws {
        let all = try #require(elements(grid.svg))
        #expect(all.filter { $0.name == "rect" }.count == 1 + 2 * 3)
        let texts = all.filter { $0.name == "text" }.map(\.text)
        #expect(
            texts == [
                "A gate and a memory", "eight", "thousand", "one", "forget", "0.9", "0.0", "1.0", "memory", "−1.0",
                "0.0", "3.0",
            ])
        let fills = all.filter { $0.name == "rect" }.dropFirst().compactMap { $0.attributes["fill"] }
        #expect(fills[1] == Colour.white.hex && fills[2] == ColourMap.shares(1).hex)
        #expect(fills[4] == Colour.white.hex && fills[5] == ColourMap.signed(1).hex)
    }

    @Test func `in a terminal, a token has a line`() {
        let lines = grid.terminal(.plain).lines
        #expect(lines.count == 5)
        #expect(lines[1] == "          forget  memory" && lines[3] == "thousand     0.0     0.0")
    }

    @Test func `a row with another number of values stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = TokenGrid("", ["a"], [.init("b", [1.0, 2.0])]) }
    }
}

@Suite struct `The cell of an LSTM` {
    @Test func `four boxes, four circles, and all that comes in and goes out`() throws {
        let all = try #require(elements(LSTMDiagram(title: "A cell").svg))
        let texts = all.filter { $0.name == "text" }.map(\.text)
        #expect(texts.count { $0 == "σ" } == 3 && texts.count { $0 == "tanh" } == 2)
        #expect(all.filter { $0.name == "circle" }.count == 4)
        #expect(Set(["cₜ₋₁", "cₜ", "hₜ₋₁", "hₜ", "xₜ"]).isSubset(of: texts))
    }

    @Test func `in a terminal it is its formulas`() {
        let lines = LSTMDiagram(title: "A cell").terminal(.plain).lines
        #expect(lines.first == "A cell" && lines.last == "hₜ = o · tanh cₜ")
    }
}
