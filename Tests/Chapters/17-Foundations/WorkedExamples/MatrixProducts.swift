// The five matrix products, and the layers that use one: all alike, and as in PyTorch.

import Chapter17
import Tensors
import TestSupport
import Testing

/// All versions of the product by name.
private let products: [(name: String, matmul: @Sendable (Tensor, Tensor) -> Tensor)] = [
    ("three loops", ThreeLoops.matmul), ("over lists", FlatLoops.matmul), ("row × column", RowTimesColumn.matmul),
    ("broadcasting", Broadcasting.matmul), ("einsum", EinsteinSummation.matmul), ("engine", { $0.matmul($1) }),
]

@Suite struct `17.2 Matrix products` {
    // Quarters and halves: every sum is exact, in any order.
    @Test(arguments: products.indices) func `are PyTorch's, to the last bit, where nothing is rounded`(_ version: Int) {
        let a = Tensor(shape: [3, 4], (0..<12).map { Float($0 - 5) / 4 })
        let b = Tensor(shape: [4, 2], [-1.5, 0, 1.5, -0.5, 1, -1, 0.5, -1.5])
        let found = products[version].matmul(a, b)
        #expect(found.shape == [3, 2] && found.scalars == [-0.625, 2, 0.875, -1, 2.375, -4])
    }

    @Test(arguments: products.indices, [(5, 784, 10), (1, 1, 1), (2, 7, 1), (1, 3, 4), (2, 0, 3), (0, 2, 3)])
    func `are the textbook's, in double`(_ version: Int, _ size: (m: Int, k: Int, n: Int)) {
        // The loops through brackets are slow, so the large product has fewer terms.
        let k = version == 0 ? min(size.k, 40) : size.k
        let (a, b) = (noise(size.m * k), noise(k * size.n, seed: 2))
        let found = products[version].matmul(
            Tensor(shape: [size.m, k], a), Tensor(shape: [k, size.n], b))
        let expected = productByLoops(a, b, m: size.m, k: k, n: size.n)
        expectClose(found.scalars.map { Double($0) }, expected, absolute: 1e-4, relative: 1e-5, products[version].name)
    }

    @Test(arguments: products.indices) func `of views are those of their copies`(_ version: Int) {
        let (a, b) = (Tensor(noise(12)).reshaped(4, 3).T, Tensor(noise(20)).reshaped(5, 4).T)
        let found = products[version].matmul(a, b)
        expectClose(found, a.copy.matmul(b.copy), absolute: 1e-6)
    }

    /// A row of one number would be repeated by `*` without a word.
    @Test(arguments: products.indices.dropLast()) func `of a [2, 1] and a [3, 2] do not exist`(_ version: Int) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [version = version as Int] in _ = products[version].matmul(.ones(2, 1), .ones(3, 2))
        }
        #expect(message(of: result).contains("a row of the first has 1 numbers, a column of the second 3"))
    }

    /// Three axes would go by their first two, without a word.
    @Test(arguments: products.indices.dropLast()) func `are for matrices only`(_ version: Int) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [version = version as Int] in _ = products[version].matmul(.ones(2, 3, 4), .ones(3, 5))
        }
        #expect(message(of: result).contains("matmul [2, 3, 4] × [3, 5]: a matrix has two axes"))
    }

    @Test func `that are not numbers differ`() {
        #expect(largestDifference(Tensor([1, 2]), Tensor([1, .nan])).isNaN)
        #expect(largestDifference(Tensor([.nan, 2]), Tensor([1, 7])).isNaN)
        #expect(largestDifference(Tensor([1, 2]), Tensor([3, 1])) == 2)
    }

    @Test func `c₂₃ is row 2 of A times column 3 of B`() {
        let (a, b) = (Tensor([[1, 2], [3, 4], [5, 6]]), Tensor([[7, 8, 9, 10], [11, 12, 13, 14]]))
        #expect(ThreeLoops.matmul(a, b)[1, 2].item == 79)
    }
}

@Suite struct `17.1 Neurons and layers` {
    @Test func `a neuron with too few inputs is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = neuron(inputs: [1, 2], weights: [1, 2, 3], bias: 0)
        }
        #expect(message(of: result).contains("a neuron with 3 weights: it gets 2 inputs"))
    }

    @Test func `a layer with a bias for only one of its neurons is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = denseLayer([[1, 2]], weights: [[1, 2], [3, 4], [5, 6]], bias: [1])
        }
        #expect(message(of: result).contains("a layer of 3 neurons: it has 1 biases"))
    }

    @Test func `relu of NaN is NaN, as it is for tensors`() {
        #expect(relu(Float.nan).isNaN && relu(-2) == 0 && relu(2) == 2 && relu(Float.infinity) == .infinity)
    }

    @Test func `there is no element outside of a tensor`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = element(Tensor([[1, 2, 3], [4, 5, 6]]), at: [0, 4])
        }
        #expect(message(of: result).contains("element [0, 4] of [2, 3]: there is no such element"))
    }

    @Test func `an element has as many indices as its tensor has axes`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = element(Tensor([[1, 2, 3], [4, 5, 6]]), at: [1])
        }
        #expect(message(of: result).contains("element [1] of [2, 3]: there is no such element"))
    }

    @Test func `rows of different lengths have no transpose`() async {
        #expect(transposed([]) == [] && transposed([[1, 2], [3, 4]]) == [[1, 3], [2, 4]])
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = transposed([[1], [2, 3]])
        }
        #expect(message(of: result).contains("transposing a table: its rows differ in length"))
    }

    @Test func `both layers are PyTorch's linear`() {
        let x = (0..<3).map { row in (0..<4).map { Float(row * 4 + $0 - 5) / 4 } }
        let (w, b): ([[Float]], [Float]) = ([[-0.5, 0, 0.5, -0.5], [0, 0.5, -0.5, 0]], [0.5, -1])
        let expected: [Float] = [1, -1.125, 0.5, -1.125, 0, -1.125]
        #expect(denseLayer(x, weights: w, bias: b).flatMap { $0 } == expected)
        #expect(denseLayer(Tensor(x), weights: Tensor(w), bias: Tensor(b)).scalars == expected)
    }

    @Test(arguments: Seeds.all) func `lists, one line, and the engine's linear agree`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (x, w) = (Tensor.randn(5, 784, using: &random), Tensor.randn(10, 784, using: &random))
        let b = Tensor.randn(10, using: &random)
        let lists = denseLayer(
            (0..<5).map { x[$0].scalars }, weights: (0..<10).map { w[$0].scalars }, bias: b.scalars)
        expectClose(Tensor(lists), denseLayer(x, weights: w, bias: b), absolute: 1e-4)
        expectClose(denseLayer(x, weights: w, bias: b), x.linear(w, b), absolute: 1e-4)
    }

    @Test func `element finds what the brackets find`() {
        let m = Tensor([[1, 2, 3], [4, 5, 6]])
        for (i, j) in [(0, 0), (1, 2), (0, 2)] {
            #expect(element(m, at: [i, j]) == m[i, j].item && element(m.T, at: [j, i]) == m[i, j].item)
        }
        #expect(element(m[1], at: [2]) == 6 && element(Tensor(7), at: []) == 7)
    }

    @Test func `a list is transposed and back`() {
        #expect(transposed([[1, 2, 3], [4, 5, 6]]) == [[1, 4], [2, 5], [3, 6]] && transposed([]) == [])
    }
}
