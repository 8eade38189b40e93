// The questions of chapter 17, each with its answer, and with a test that is the answer in code. The module Questions
// reads them from here; the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.17.9 "`

import Chapter17
import Tensors
import TestSupport
import Testing

@Suite struct `17 Questionnaire` {}

// MARK: Neurons, layers, loops and time: sections 17.1 and 17.2

extension `17 Questionnaire` {
    /// 17.1 · How do you write a single neuron in code?
    ///
    /// Multiply each input by its weight, add the products up, and add the bias: `zip(inputs,
    /// weights).map(*).reduce(bias, +)`. (In Python, `sum([x*w for x,w in zip(inputs, weights)]) + bias`.) Lists of
    /// different lengths have to be refused first, because `zip` drops what is left over.
    ///
    /// - Shown by: `neuron` in Chapters/17-Foundations/01-Neuron.swift
    @Test func `17.1 a weighted sum, plus a bias`() {
        #expect(neuron(inputs: [1, 2, 3], weights: [0.5, -1, 2], bias: 0.25) == 4.75)
        #expect(neuron(inputs: [1, 2, 3], weights: [0, 0, 0], bias: 7) == 7)
    }

    /// 17.2 · How do you write ReLU in code?
    ///
    /// For a single number, `x >= 0 ? x : 0`, or `max(x, 0)`. A negative number becomes 0, every other one stays what
    /// it is.
    ///
    /// - Shown by: `relu` in Chapters/17-Foundations/01-Neuron.swift
    @Test func `17.2 0 for a negative number, else the number itself`() {
        #expect([-3, -0.5, 0, 0.5, 3].map { (x: Float) -> Float in relu(x) } == [0, 0, 0, 0.5, 3])
        #expect(Tensor([-3, -0.5, 0, 0.5, 3]).relu().scalars == [0, 0, 0, 0.5, 3])
    }

    /// 17.3 · How do you write a dense layer as a matrix product?
    ///
    /// y = x·wᵀ + b: the items are the rows of x, the neurons the rows of w, so w is transposed, and the bias is added
    /// to every row by broadcasting. In PyTorch `x @ w.t() + b`, here `x.matmul(w.T) + b`.
    ///
    /// - Shown by: `denseLayer` in Chapters/17-Foundations/04c-NewAxes.swift
    /// - Shown by: `linear` in Sources/Engine/Tensors/Products/Matmul.swift
    @Test func `17.3 the items times the transposed weights, plus the bias`() {
        let (x, w, b) = (Tensor([[1, 2, 3], [0, 0, 1]]), Tensor([[0.5, -1, 2], [1, 1, 1]]), Tensor([0.25, 0]))
        let y = denseLayer(x, weights: w, bias: b)
        #expect(y.shape == [2, 2] && y.scalars == [4.75, 6, 2.25, 1])
        #expect((x.matmul(w.T) + b).scalars == y.scalars && x.linear(w, b).scalars == y.scalars)
    }

    /// 17.4 · How do you write a dense layer with nothing but the language?
    ///
    /// A list for every item, in it a number for every neuron, and each of these is a weighted sum of that item plus
    /// the neuron's bias: two nested `map`s around a sum of products. In Python, list comprehensions and `zip`.
    ///
    /// - Shown by: `denseLayer` in Chapters/17-Foundations/01-Neuron.swift
    @Test func `17.4 for every item and every neuron, one weighted sum`() {
        let (x, w, b): ([[Float]], [[Float]], [Float]) = (
            [[1, 2, 3], [0, 0, 1]], [[0.5, -1, 2], [1, 1, 1]], [0.25, 0]
        )
        let byHand = x.map { item in zip(w, b).map { row, b in zip(item, row).map(*).reduce(0, +) + b } }
        #expect(byHand == [[4.75, 6], [2.25, 1]] && denseLayer(x, weights: w, bias: b) == byHand)
    }

    /// 17.5 · What is the hidden size of a layer?
    ///
    /// How many neurons it has, and so how many numbers it makes of every item. It is called hidden because these
    /// numbers are seen by the next layer only, not from outside. It is free to choose; inputs and outputs of the net
    /// are not.
    ///
    /// - Shown by: `aLayerOfLists` in Chapters/17-Foundations/01-Neuron.swift
    @Test(arguments: [1, 3, 8]) func `17.5 the number of neurons, inside the net`(_ hidden: Int) {
        let x = [[Float]](repeating: [1, 2], count: 5)
        let w1 = [[Float]](repeating: [1, 1], count: hidden)
        let inside = denseLayer(x, weights: w1, bias: [Float](repeating: 0, count: hidden))
        #expect(inside.map(\.count) == [Int](repeating: hidden, count: 5))
        let w2 = [[Float](repeating: 1, count: hidden)]
        let outside = denseLayer(inside, weights: w2, bias: [0])
        #expect(outside.map(\.count) == [1, 1, 1, 1, 1])  // it does not see how many there are
    }

    /// 17.6 · What does the method `t` do to a tensor in PyTorch, and what is it called here?
    ///
    /// It transposes a matrix: rows become columns. Nothing is moved for that. What comes back is a view of the same
    /// numbers, with shape and strides swapped. Here it is the property `T`.
    ///
    /// - Shown by: `theTransposeIsAView` in Chapters/17-Foundations/01b-Transpose.swift
    /// - Shown by: `T` in Sources/Engine/Tensors/Products/Matmul.swift
    @Test func `17.6 rows become columns, and no number moves`() {
        let w = Tensor([[1, 2, 3], [4, 5, 6]])
        #expect(w.T.shape == [3, 2] && w.T.scalars == [1, 4, 2, 5, 3, 6])
        #expect(w.T.strides == [1, 3] && w.T.storage == w.storage)
        #expect(transposed([[1, 2, 3], [4, 5, 6]]) == [[1, 4], [2, 5], [3, 6]])
    }

    /// 17.7 · Why is a matrix product in plain Python so slow?
    ///
    /// Because each of its many small steps goes through slow machinery, where compiled code would need an instruction
    /// or two. The interpreter looks up what `+` and `*` mean every time; and reading one number of a tensor makes a
    /// new tensor, with shape and strides, which takes far longer still. A library runs the loops in compiled code that
    /// checks once, for many numbers, and handles several of them at a time.
    ///
    /// - Shown by: `sameLoopsThreeTimes` in Chapters/17-Foundations/02c-CompiledLoops.swift
    /// - Shown by: `perRequest` in Chapters/17-Foundations/07b-WhatARequestCosts.swift
    @Test func `17.7 every number that is read makes a tensor, and lists give the same sums without`() {
        var random = SplitMix64(seed: 177)
        let (a, b) = (Tensor.randn(3, 20, using: &random), Tensor.randn(20, 4, using: &random))
        let one = a[1, 2]
        #expect(one.rank == 0 && one.count == 1 && one.storage.count == 60)  // a tensor for a single number
        // The same sums in the same order, so to the last bit: what took so long was not the arithmetic.
        #expect(ThreeLoops.matmul(a, b).scalars == FlatLoops.matmul(a, b).scalars)
    }

    /// 17.8 · Why do `ac` and `br` have to be equal in the book's `matmul`?
    ///
    /// Each number of the product is a row of a times a column of b, pair by pair. A row of a has `ac` numbers, a
    /// column of b has `br`. If the two differ, some number has no partner.
    ///
    /// - Shown by: `productSizes` in Chapters/17-Foundations/02-ThreeLoops.swift
    @Test func `17.8 a row of one has to be as long as a column of the other`() async {
        let (a, b) = (Tensor([[1, 2], [3, 4], [5, 6]]), Tensor([[7, 8, 9, 10], [11, 12, 13, 14]]))
        #expect(a[1].count == b[0..., 2].count && ThreeLoops.matmul(a, b)[1, 2].item == 3 * 9 + 4 * 13)
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = ThreeLoops.matmul(.ones(2, 4), .ones(3, 2))
        }
        // Section 17.2 quotes this message.
        let words = "matmul [2, 4] × [3, 2]: a row of the first has 4 numbers, a column of the second 3"
        #expect(message(of: result).contains(words))
    }

    /// 17.9 · How do you measure how long one cell of a notebook takes?
    ///
    /// `%time` in front of a line (`%%time` for a whole cell) runs it once and says how long it took; `%timeit` repeats
    /// it and gives mean and standard deviation of several runs. Here the same is done by a clock around a closure:
    /// `timeOnce`, and `Timing` for repetitions.
    ///
    /// - Shown by: `timeOnce` in Chapters/17-Foundations/02b-Timing.swift
    /// - Shown by: `Timing` in Chapters/17-Foundations/02b-Timing.swift
    @Test func `17.9 once with a clock, or repeated, with mean and deviation`() {
        var calls = 0
        let once = timeOnce { () -> Int in
            calls += 1; return 7
        }
        #expect(calls == 1 && once.value == 7 && once.milliseconds >= 0)
        #expect(Timing { calls += 1 }.runs.count == 7 && calls == 1 + 7 * 20)  // as `%timeit -n 20`
        let timing = Timing(runs: [1, 2, 3, 6], loops: 20)
        #expect(timing.mean == 3 && timing.deviation == (14.0 / 4).squareRoot() && timing.best == 1)
    }
}
