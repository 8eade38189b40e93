// The nets of sections 17.11 and 17.12 on generated digits and, where they are at hand, on real ones.

import Chapter17
import ChapterSupport
import Foundation
import Notebook
import TestSupport
import Testing

@Suite struct `17.11 and 17.12 Training on digits` {
    /// The sections of these titles, by number.
    private func numbers(_ titles: String...) -> [Int] {
        titles.compactMap { title in Foundations.sections.firstIndex { $0.title == title }.map { $0 + 1 } }
    }

    @Test func `MyReLU learns what the engine's relu learns`() throws {
        let run = try ChapterRun.quick(of: Foundations.self)
        let shown = run.outputs.first { $0.caption == "largest difference between any two parameters, over all seeds" }
        #expect(shown?.text == "0.0")
    }

    @Test(arguments: ["my-relu", "conv-net", "linear-net"])
    func `every net beats the most frequent answer`(_ net: String) throws {
        let run = try ChapterRun.quick(of: Foundations.self)
        let majority = try #require(run["my-relu/majority"])
        #expect(majority == run["conv-net/majority"])
        #expect(try #require(run["\(net)/accuracy"]) > 1.5 * majority)
    }

    @Test(.enabled(if: realData("mnist") != nil))
    func `and on MNIST`() throws {
        let sections = numbers("Layers of the engine", "A convolution of our own")
        let run = try ChapterRun(of: Foundations.self, sections: sections, .data(in: realData("mnist"), .quick))
        #expect(run.dataName == "mnist")
        #expect(try #require(run["conv-net/accuracy"]) > 0.2)
    }
}
