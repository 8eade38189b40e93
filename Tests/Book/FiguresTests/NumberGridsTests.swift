import Tensors
import TestSupport
import Testing

@testable import Figures

@Suite struct `Grids of numbers` {
    private let grids = NumberGrids(
        [
            .init("image", .zeros(28, 28), outlines: [.init(2..<9, 4..<11, .vermilion)]),
            .init("map", Tensor([[0, 0.5], [1, 2]]), decimals: 1, outlines: [.init(1..<2, 0..<1, .blue)]),
        ], title: "Two grids")

    @Test func `every cell is drawn, and numbers where there is room for them`() throws {
        let svg = grids.svg
        #expect(svg.ranges(of: "<rect").count == 1 + 784 + 4 + 2)
        #expect(svg.contains(">0.5</text>") && svg.contains(">2.0</text>"))
        #expect(svg.ranges(of: "</text>").count == 3 + 4)
        #expect(svg.contains("stroke=\"\(Colour.vermilion.hex)\"") && svg.contains("stroke=\"\(Colour.blue.hex)\""))
    }

    @Test func `in plain text, the outlines are told`() {
        let text = grids.terminal(.plain)
        #expect(text.contains("image\n  outlined: rows 2 to 8, columns 4 to 10"))
        #expect(text.contains("map\n  outlined: rows 1, columns 0\n      0.0    0.5\n      1.0    2.0"))
    }

    @Test func `a small grid stands in the middle beside a large one`() {
        let svg = NumberGrids(
            [.init("image", .zeros(2, 2)), .init("kernel", .ones(2, 2), share: 0.25), .init("map", .zeros(1, 1))],
            side: 200
        ).svg
        // Margins of 16, gaps of 26, and 40 above: the kernel is 50 wide, and begins 75 below the image.
        let width = [16, 200, 26, 50, 26, 200, 16].reduce(0, +)
        #expect(svg.contains("width=\"\(width)\""))
        #expect(svg.contains("<rect x=\"242\" y=\"115\" width=\"25\" height=\"25\""))
    }

    @Test func `an outline outside the grid stops the program with a message`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = NumberGrids.Grid("map", .zeros(2, 2), outlines: [.init(1..<3, 0..<1, .blue)])
        }
        #expect(message(of: result).contains("[2, 2]"))
    }
}
