import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite struct `Diagrams of boxes` {
    private let diagram = NodeDiagram(
        "A model",
        [.init("inputs", 0, 0), .init("weights", 0, 1), .init("model", 1, 0.5, isStep: true), .init("results", 2, 0.5)],
        [
            .init("inputs", "model"), .init("weights", "model", "w"), .init("model", "results"),
            .init("results", "weights", "update", isBack: true),
        ])

    @Test func `columns stand beside each other, and the way back is below`() {
        let boxes = diagram.svg.matches(of: /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="40"/).map {
            (left: Double($0.output.1)!, top: Double($0.output.2)!, width: Double($0.output.3)!)
        }
        #expect(boxes.count == 4 && boxes[0].left == boxes[1].left && boxes[0].width == boxes[1].width)
        #expect(boxes[0].left + boxes[0].width < boxes[2].left && boxes[0].top < boxes[2].top)
        // Four arrows, each with a head, and two labels beside the names.
        #expect(diagram.svg.matches(of: #/<path /#).count == 8)
        #expect(diagram.svg.contains(">w</text>") && diagram.svg.contains(">update</text>"))
    }

    @Test func `in the terminal each arrow is a line`() {
        #expect(
            diagram.terminal(.plain) == """
                A model
                [ inputs ]  -> [ model ]
                [ weights ] -> [ model ] (w)
                [ model ]   -> [ results ]
                [ results ] -> [ weights ] (update)
                """)
    }

    @Test func `an arrow to nowhere is a mistake`() async {
        await #expect(processExitsWith: .failure) {
            _ = NodeDiagram("", [.init("a", 0, 0)], [.init("a", "b")])
        }
    }
}
