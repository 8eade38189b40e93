import Tensors
import TestSupport
import Testing

@testable import Figures

@Suite struct `A confusion matrix` {
    private let matrix = ConfusionMatrix([[9, 1], [0, 4]], classes: ["cat", "great_dane"])

    @Test func `has a cell for each pair, and numbers where there is something to count`() {
        let svg = matrix.svg
        #expect(svg.ranges(of: "<rect").count == 1 + 4)
        for number in ["9", "1", "4"] { #expect(svg.contains(">\(number)</text>")) }
        #expect(!svg.contains(">0</text>"))
        // Each name at its row and at its column.
        #expect(svg.ranges(of: ">great_dane</text>").count == 2)
        #expect(svg.contains("fill=\"\(Colour.blue.hex)\"") && svg.contains("fill=\"\(Colour.vermilion.hex)\""))
        #expect(svg.contains(">actual</text>") && svg.contains(">predicted</text>"))
    }

    @Test func `is a table in the terminal`() {
        #expect(
            matrix.terminal(.plain) == """
                Confusion matrix
                              0  1
                0 cat         9  1
                1 great_dane  ·  4
                """)
    }

    @Test func `is short where there is no room`() {
        var style = TerminalStyle.plain
        style.width = 16
        #expect(matrix.terminal(style) == "Confusion matrix\n0 cat         9 of 10 right\n1 great_dane  4 of 4 right")
    }

    @Test func `of other numbers of rows stops the program`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ConfusionMatrix([[1, 2]], classes: ["a", "b"])
        }
        #expect(message(of: result).contains("a row and a column for each class"))
    }
}
