import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite struct `Text on colours` {
    private let figure = ColouredText(
        "A form", [[.init("Please"), .init("close the library", colour: .orange), .init("now.")], [.init("Yours")]])

    @Test func `has brackets in a plain terminal`() {
        #expect(figure.terminal(.plain) == "A form\nPlease [close the library] now.\nYours")
    }

    @Test func `has a colour behind what is marked, and nowhere else`() {
        #expect(figure.svg.matches(of: #/<rect [^>]*rx="3"/#).count == 1)
        #expect(figure.svg.matches(of: #/<text /#).count == 5)
    }

    @Test func `is broken where the picture ends`() {
        let words = Array(repeating: "word", count: 200).joined(separator: " ")
        let long = ColouredText("", [[.init(words, colour: .blue)]], width: 400)
        let ends = long.svg.matches(of: #/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="21"/#).map {
            Double($0.output.1)! + Double($0.output.2)!
        }
        #expect(ends.count > 15 && ends.allSatisfy { $0 < 400 })
        #expect(long.terminal(.plain).split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
}
