import Figures
import Testing

@Suite struct `Diagrams of recurrent nets` {
    private let three = RecurrentDiagram.unrolled("Three words", inputs: ["one", ".", "two"], outputs: [2: "."])

    @Test func `a column for every step, in three shapes`() throws {
        #expect(three.nodes.count { $0.shape == .input } == 3 && three.nodes.count { $0.shape == .hidden } == 3)
        #expect(three.nodes.count { $0.shape == .output } == 1)
        let all = try #require(elements(three.svg))
        #expect(all.filter { $0.name == "circle" }.count == 3)
        #expect(all.filter { $0.name == "rect" }.count == 1 + 3, "the background and three inputs")
    }

    @Test func `arrows of one kind have one colour, and the legend names each kind once`() throws {
        #expect(three.arrows.map(\.weights) == [.input, .input, .hidden, .input, .hidden, .output])
        let texts = try #require(elements(three.svg)).filter { $0.name == "text" }.map(\.text)
        for weights in [RecurrentDiagram.Weights.input, .hidden, .output] {
            #expect(texts.count { $0 == weights.name } == 1)
        }
    }

    @Test func `a stack has weights of its own in every layer`() {
        let stack = RecurrentDiagram.unrolled("Two layers", inputs: ["a", "b"], outputs: [1: "c"], layers: 2)
        #expect(Set(stack.arrows.compactMap(\.weights)).count == 5)
        #expect(stack.nodes.count == 2 + 4 + 1)
    }

    @Test func `without unrolling, every layer has an arrow to itself`() throws {
        let rolled = RecurrentDiagram.rolled("A loop", input: "word", output: "next", layers: 2)
        #expect(rolled.arrows.filter { $0.from == $0.to }.count == 2 && rolled.nodes.count == 4)
        #expect(rolled.terminal(.plain).contains("itself, one step before"))
    }

    @Test func `a gradient goes back, and not through a cut`() throws {
        let cut = RecurrentDiagram.unrolled(
            "Cut", inputs: ["a", "b"], outputs: [1: "c"], state: "h", gradients: [0, 1])
        #expect(cut.arrows.count { $0.isCut } == 1 && cut.arrows.allSatisfy { $0.isCut != $0.hasGradient })
        let texts = try #require(elements(cut.svg)).filter { $0.name == "text" }.map(\.text)
        #expect(texts.contains("gradient") && texts.contains("detached: no gradient back"))
        #expect(
            cut.terminal(.plain).lines.contains(
                "() h₁ <- a (input → hidden), gradient back + h (hidden → hidden), detached"))
    }

    @Test func `everything is on the page`() throws {
        let title = "A title that is much longer than the picture would otherwise be, and needs more room than that"
        for diagram in [
            three, .rolled(title, input: "word", output: "next"), .unrolled(title, inputs: ["a"], outputs: [:]),
        ] {
            let all = try #require(elements(diagram.svg))
            let page = all.first { $0.name == "rect" }!
            for circle in all where circle.name == "circle" {
                #expect(circle.number("cx") > 23 && circle.number("cx") < page.number("width") - 23)
                #expect(circle.number("cy") > 23 && circle.number("cy") < page.number("height") - 23)
            }
        }
    }

    @Test func `an arrow to nowhere stops the program, and so do two nodes of one name`() async {
        await #expect(processExitsWith: .failure) {
            _ = RecurrentDiagram("", [.input("x", column: 0, row: 0)], [.init("x", "h", .input)])
        }
        await #expect(processExitsWith: .failure) {
            _ = RecurrentDiagram("", [.input("x", column: 0, row: 0), .hidden("x", column: 1, row: 0)], [])
        }
    }
}
