import Figures
import Testing

@Suite struct `Flow charts` {
    let descent = FlowChart(
        ["init", "predict", "loss", "gradient", "step", "stop"], repeating: "step", to: "predict")

    @Test func `six boxes, five arrows and one back`() throws {
        let all = try #require(elements(descent.svg))
        #expect(all.filter { $0.name == "rect" }.count == 7, "the background and six boxes")
        #expect(all.filter { $0.name == "path" }.count == 2 * 6, "a line and a head each")
        #expect(
            all.compactMap { $0.name == "text" ? $0.text : nil } == [
                "init", "predict", "loss", "gradient", "step", "stop", "repeat",
            ])
    }

    @Test func `boxes do not overlap and are on the page`() throws {
        let rects = try #require(elements(descent.svg)).filter { $0.name == "rect" }
        for (box, next) in zip(rects.dropFirst(), rects.dropFirst(2)) {
            #expect(box.number("x") + box.number("width") + 20 < next.number("x"))
        }
        #expect(rects.last!.number("x") + rects.last!.number("width") < rects[0].number("width"))
    }

    @Test func `in a terminal the arrow back points to the box`() {
        let lines = descent.terminal(.plain).lines
        #expect(lines[0].hasPrefix("[ init ] -> [ predict ] -> "))
        let arrow = lines[1].firstIndex(of: "^")!.utf16Offset(in: lines[1])
        let box = Array(lines[0])[arrow - 4...arrow + 3]
        #expect(String(box).contains("predict"))
        #expect(lines[2].contains(" repeat "))
    }

    @Test func `a narrow window gets a column`() {
        let lines = descent.terminal(TerminalStyle(width: 30)).lines
        #expect(lines.count == 11 && lines.contains("[ step ]  repeat: back to predict"))
    }

    @Test func `an unknown box stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = FlowChart(["a", "b"], repeating: "c", to: "a") }
    }
}

@Suite struct `Matrix products` {
    @Test func `the formula multiplies the row into the column`() {
        #expect(MatrixProduct(rows: 4, inner: 2, columns: 3, row: 1, column: 2).formula == "c₁₂ = a₁₁·b₁₂ + a₁₂·b₂₂")
        #expect(
            MatrixProduct([[1, 2], [3, 4]], [[5, 6], [7, 8]], row: 2, column: 1).formula == "c₂₁ = 3·5 + 4·7 = 43")
        #expect(MatrixProduct([[2, -1]], [[-3], [4]], row: 1, column: 1).formula == "c₁₁ = 2·(-3) + (-1)·4 = -10")
    }

    @Test func `a row, a column and their cell are highlighted`() throws {
        let all = try #require(elements(MatrixProduct(rows: 4, inner: 2, columns: 3, row: 1, column: 2).svg))
        let bold = all.filter { $0.name == "text" && $0.attributes["font-weight"] != nil }.map(\.text)
        #expect(bold == ["a₁₁", "a₁₂", "A", "b₁₂", "b₂₂", "B", "c₁₂", "C = A · B"])
        #expect(all.filter { $0.name == "rect" }.count == 1 + 8 + 6 + 12)
    }

    @Test func `in plain text brackets highlight`() {
        let text = MatrixProduct([[1, 2]], [[3], [4]], row: 1, column: 1).terminal(.plain)
        #expect(text.lines.contains("[1 ][2 ]   [11]"))
        #expect(!text.hasEscapes)
    }

    @Test func `matrices that do not fit stop the program`() async {
        await #expect(processExitsWith: .failure) { _ = MatrixProduct([[1, 2]], [[1, 2]], row: 1, column: 1) }
    }
}
