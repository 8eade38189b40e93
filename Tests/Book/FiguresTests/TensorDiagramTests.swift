import Figures
import Tensors
import TestSupport
import Testing

private func texts(_ svg: String) throws -> [String] {
    try #require(elements(svg)).compactMap { $0.name == "text" ? $0.text : nil }
}

@Suite struct `Pictures of two shapes` {
    let fits = ShapeAlignment("image", [256, 256, 3], "scale", [3])
    let fails = ShapeAlignment("image", [256, 256, 3], "scale", [256, 256])

    @Test func `write both flush right, and what is missing in parentheses`() throws {
        #expect(
            try texts(fits.svg) == [
                "image", "256", "256", "3", "scale", "(1) → 256", "(1) → 256", "3", "result", "256", "256", "3",
                "the result has the shape [256, 256, 3]",
            ])
    }

    @Test func `mark the axis that fails, and say why`() throws {
        #expect(fails.verdict == "axis -1 fails: 3 meets 256, and neither is 1")
        #expect(try texts(fails.svg).contains("✗"))
        let thick = try #require(elements(fails.svg)).filter { $0.attributes["stroke-width"] == "2.6" }
        #expect(thick.count == 3, "the axis in both shapes and in the result")
    }

    @Test func `frame what is repeated with dashes`() throws {
        let both = ShapeAlignment("column", [3, 1], "row", [4])
        let dashed = try #require(elements(both.svg)).filter { $0.attributes["stroke-dasharray"] != nil }
        #expect(dashed.count == 2 && both.verdict.contains("[3, 4]"))
    }

    @Test func `are columns in a terminal`() {
        #expect(
            fits.terminal(.plain).lines == [
                "image         256        256          3", "scale   (1) → 256  (1) → 256          3",
                "result        256        256          3", "the result has the shape [256, 256, 3]",
            ])
        #expect(ShapeAlignment("a", [], "b", []).verdict == "the result has the shape []")
    }
}

@Suite struct `Maps of a storage` {
    let c = Tensor([10, 20, 30])

    @Test func `show three numbers seen as nine`() throws {
        let map = StorageMap([("c, repeated", c.expanded(to: [3, 3]))])
        let numbers = try texts(map.svg).filter { Double($0) != nil && Double($0)! >= 10 }
        #expect(numbers == Array(repeating: ["10", "20", "30"], count: 4).flatMap(\.self))
        #expect(try texts(map.svg).last == "shape [3, 3], strides [0, 1]")
    }

    @Test func `give an element the colour of its cell`() throws {
        let map = StorageMap([("column", c.unsqueezed(1).expanded(to: [3, 2]))])
        let fills = try #require(elements(map.svg)).filter { $0.name == "rect" }.dropFirst()
            .compactMap { $0.attributes["fill"] }
        let cells = Array(fills.prefix(3))
        #expect(Set(cells).count == 3)
        #expect(Array(fills.dropFirst(3)) == [0, 0, 1, 1, 2, 2].map { cells[$0] })
    }

    @Test func `follow offset and strides of a part`() {
        let part = Tensor([[1, 2, 3], [4, 5, 6]]).T[1...]
        #expect(
            StorageMap([("part", part)]).terminal(.plain).lines == [
                "part: shape [2, 2], strides [1, 3]", "storage  1  2  3  4  5  6", "", " 2  5", " 3  6",
            ])
    }

    @Test func `are for small tensors`() async {
        await #expect(processExitsWith: .failure) { _ = StorageMap([("large", Tensor.zeros(5, 5))]) }
        let wide = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = StorageMap([("wide", Tensor([[7]]).expanded(to: [3, 400]))])
        }
        #expect(message(of: wide).contains("it has 1200 numbers") || message(of: wide).contains("it has 1,200 numbers"))
        let deep = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = StorageMap([("deep", Tensor.zeros(2, 2, 2))])
        }
        #expect(message(of: deep).contains("it has rank 3"))
    }
}

@Suite struct `Dense layers` {
    let layer = LayerDiagram(inputs: 3, neurons: 4, highlighted: 2)

    @Test func `have a line for every weight`() throws {
        let all = try #require(elements(layer.svg))
        #expect(all.filter { $0.name == "line" }.count == 12 && all.filter { $0.name == "circle" }.count == 7)
        #expect(all.filter { $0.attributes["stroke-width"] == "2.4" }.count == 3)
    }

    @Test func `say what one neuron computes`() throws {
        #expect(layer.formula == "y₂ = x₁·w₂₁ + x₂·w₂₂ + x₃·w₂₃ + b₂")
        #expect(try texts(layer.svg).last == layer.formula)
        #expect(layer.terminal(.plain).lines == ["3 inputs, each linked to 4 neurons: 12 weights", layer.formula])
    }

    @Test func `of no inputs stop the program`() async {
        await #expect(processExitsWith: .failure) { _ = LayerDiagram(inputs: 0, neurons: 1, highlighted: 1) }
        let missing = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = LayerDiagram(inputs: 3, neurons: 4, highlighted: 5)
        }
        #expect(message(of: missing).contains("there is no neuron 5"))
    }
}
