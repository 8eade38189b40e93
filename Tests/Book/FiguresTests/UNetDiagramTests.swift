import Foundation
import Testing

@testable import Figures

@Suite struct `A diagram of a U-Net` {
    private let diagram = UNetDiagram(
        "A net",
        down: [
            .init(maps: 3, height: 8, width: 12), .init(maps: 16, height: 4, width: 6),
            .init(maps: 1, height: 2, width: 3),
        ],
        up: [.init(maps: 16, height: 4, width: 6), .init(maps: 8, height: 8, width: 12)], outputs: 5)

    @Test func `has a box for each size on both ways, and an arrow across for each level`() {
        let svg = diagram.svg
        for text in ["3 maps of 8 × 12", "8 maps of 8 × 12", "1 map of 2 × 3", "5 outputs", "A net", "across"] {
            #expect(svg.contains(">\(text)<"), "\(text)")
        }
        // Twice: down and up.
        #expect(svg.components(separatedBy: ">16 maps of 4 × 6<").count == 3)
        #expect(svg.components(separatedBy: "rx=\"5\"").count - 1 == 6)
    }

    @Test func `is rows of text in a terminal`() {
        let lines = diagram.terminal(.plain).split(separator: "\n")
        #expect(lines.count == 4 && lines[1].hasSuffix("8 maps of 8 × 12 --> 5 outputs"))
        #expect(lines[3].contains("1 map of 2 × 3"))
    }
}
