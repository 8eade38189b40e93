// The questions of chapter 13, each with its answer, and with a test that is the answer in code. The module Questions
// reads them from here; the form of the comments is described there.
//
// To run one of them: `swift test --filter "Questionnaire./.13.9 "`

import Chapter13
import Tensors
import TestSupport
import Testing

@Suite struct `13 Questionnaire` {}

// MARK: Kernels, batches, strides and the matrix: sections 13.1 to 13.5 of the book

extension `13 Questionnaire` {
    /// 13.1 · What is a feature?
    ///
    /// What comes out when data are transformed so that they become easier to model, as when a date is taken apart into
    /// weekday and month. In an image it is something that strikes the eye, above all an edge: a seven has a horizontal
    /// one at its top and a diagonal below.
    ///
    /// - Shown by: `aKernelOfNineNumbers` in Chapters/13-ConvolutionalNets/01-Kernels.swift
    /// - Shown by: `whatEdgesAreWorth` in Chapters/13-ConvolutionalNets/03f-FeaturesByHand.swift
    @Test func `13.1 what pixels hide from a simple model, edges show`() throws {
        // A line across the image at any height, or down the image at any column.
        let lines = Tensor.eye(8)
        let across = (0..<8).map { row in lines[row].unsqueezed(1).expanded(to: [8, 8]) }
        let down = across.map { $0.transposed() }
        // The mean pixels of both kinds are the same, so the nearer mean cannot tell them apart.
        expectClose(Tensor.stack(across).mean(axis: 0), Tensor.stack(down).mean(axis: 0))
        func strength(_ kernel: Tensor, _ image: Tensor) throws -> Float {
            try edgeMap(kernel, of: image).abs().sum().item
        }
        for image in across { #expect(try strength(topEdge, image) > strength(topEdge.transposed(), image)) }
        for image in down { #expect(try strength(topEdge, image) < strength(topEdge.transposed(), image)) }
    }

    /// 13.2 · Write down the kernel of a detector for top edges, as a matrix.
    ///
    /// Three rows: −1 −1 −1, then 0 0 0, then 1 1 1. It is large where there is more ink below than above.
    ///
    /// - Shown by: `topEdge` in Chapters/13-ConvolutionalNets/01-Kernels.swift
    @Test func `13.2 minus one above, plus one below`() throws {
        #expect(topEdge.shape == [3, 3] && topEdge.scalars == [-1, -1, -1, 0, 0, 0, 1, 1, 1])
        let inkBelow = Tensor([[0, 0, 0], [0, 0, 0], [5, 5, 5]])
        #expect(try applyKernel(topEdge, to: inkBelow, row: 1, column: 1) == 15)
        #expect(try applyKernel(topEdge, to: inkBelow.flipped(0), row: 1, column: 1) == -15)
    }

    /// 13.3 · Write down what a 3×3 kernel does to a single pixel of an image.
    ///
    /// It takes the 3×3 window around the pixel, multiplies each pixel of it by the weight in the same place of the
    /// kernel, and adds up the nine products: `(image[window] * kernel).sum()`.
    ///
    /// - Shown by: `applyKernel` in Chapters/13-ConvolutionalNets/01b-WhatAKernelAsks.swift
    @Test func `13.3 the sum of nine products`() throws {
        let image = Tensor.arange(25).reshaped(5, 5)
        let kernel = Tensor([[1, 10, 100], [2, 20, 200], [3, 30, 300]])
        let byHand: Float = 7 * 1 + 8 * 10 + 9 * 100 + 12 * 2 + 13 * 20 + 14 * 200 + 17 * 3 + 18 * 30 + 19 * 300
        #expect(try applyKernel(kernel, to: image, row: 2, column: 3) == byHand)
        #expect((image[1...3, 2...4] * kernel).sum().item == byHand)
    }

    /// 13.4 · What is the result when a kernel is applied to a 3×3 block of zeros?
    ///
    /// Zero, whatever the kernel is: every product is zero. (With a bias, it is the bias.)
    ///
    /// - Shown by: `aKernelOfNineNumbers` in Chapters/13-ConvolutionalNets/01-Kernels.swift
    @Test func `13.4 nothing times anything is nothing`() throws {
        var random = SplitMix64(seed: 134)
        for kernel in [topEdge, leftEdge, Tensor.randn(3, 3, using: &random) * 1000] {
            #expect(try applyKernel(kernel, to: .zeros(3, 3), row: 1, column: 1) == 0)
            let biased = convolve(.zeros(1, 1, 3, 3), kernel.reshaped(1, 1, 3, 3), bias: Tensor([7]))
            #expect(biased.item == 7)
        }
    }

    /// 13.5 · What is padding?
    ///
    /// Extra pixels around an image, nearly always zeros. With them the kernel can be placed on the border, too, so
    /// that the map can be as large as the image, or larger.
    ///
    /// - Shown by: `kernelOnTheCorner` in Chapters/13-ConvolutionalNets/04-Padding.swift
    @Test func `13.5 a frame of zeros keeps the size`() {
        var random = SplitMix64(seed: 135)
        let (image, kernel) = (Tensor.randn(1, 1, 5, 6, using: &random), Tensor.randn(1, 1, 3, 3, using: &random))
        #expect(convolve(image, kernel).shape == [1, 1, 3, 4])
        #expect(convolve(image, kernel, padding: 1).shape == [1, 1, 5, 6])
        var framed = Tensor.zeros(1, 1, 7, 8)
        framed[0..., 0..., 1..<6, 1..<7] = image
        expectClose(convolve(image, kernel, padding: 1), convolve(framed, kernel))
    }

    /// 13.6 · What is stride?
    ///
    /// How many pixels the kernel moves from one place to the next. With a stride of 2 it leaves out every second
    /// place, and the map has half as many rows and columns.
    ///
    /// - Shown by: `everySecondPlace` in Chapters/13-ConvolutionalNets/04b-Strides.swift
    @Test func `13.6 every second place, every third`() {
        var random = SplitMix64(seed: 136)
        let (image, kernel) = (Tensor.randn(1, 1, 9, 9, using: &random), Tensor.randn(1, 1, 3, 3, using: &random))
        let all = convolve(image, kernel)
        for step in [2, 3] {
            let places = stride(from: 0, to: 7, by: step)
            expectClose(convolve(image, kernel, stride: step), all[0..., 0..., places, places])
        }
        #expect(convolve(image, kernel, stride: 2, padding: 1).shape == [1, 1, 5, 5])
    }

    /// 13.7 · Write a nested list comprehension, or what Swift has in its place, for a task of your choice.
    ///
    /// A multiplication table: `[[i * j for j in range(1, 4)] for i in range(1, 4)]` in Python, and in Swift a `map`
    /// inside of a `map`. The outer one makes the rows.
    ///
    /// - Shown by: `coordinates` in Chapters/13-ConvolutionalNets/02-EdgeMaps.swift
    @Test func `13.7 a multiplication table`() {
        let table = (1..<4).map { i in (1..<4).map { j in i * j } }
        #expect(table == [[1, 2, 3], [2, 4, 6], [3, 6, 9]])
    }

    /// 13.8 · Which shapes do the arguments `input` and `weight` of a 2D convolution have?
    ///
    /// The input has (minibatch, in_channels, iH, iW): images, their channels, rows and columns. The weight has
    /// (out_channels, in_channels, kH, kW): kernels, a slice of each for every channel, rows and columns of a kernel.
    /// So the numbers of channels must agree, and the result has one channel for each kernel.
    ///
    /// - Shown by: `kernelsAsAWeight` in Chapters/13-ConvolutionalNets/03-ManyImagesManyKernels.swift
    /// - Shown by: `conv2d` in Sources/Engine/Tensors/Images/Convolution.swift
    @Test func `13.8 four axes each`() async {
        let (input, weight) = (Tensor.zeros(2, 3, 8, 9), Tensor.zeros(4, 3, 3, 5))
        #expect(input.conv2d(weight).shape == [2, 4, 6, 5] && conv2dByLoops(input, weight).shape == [2, 4, 6, 5])
        // Channels in and kernels exchanged, as one slip in the book's text has it: that does not fit.
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.zeros(2, 3, 8, 9).conv2d(.zeros(3, 4, 3, 5))
        }
        #expect(message(of: result).contains("the image has 3 channels, the weight expects 4"))
    }

    /// 13.9 · What is a channel?
    ///
    /// One of the layers that an image consists of: red, green or blue in a coloured picture, and inside of a net one
    /// map of activations. It is an entry of the second axis. A kernel has a slice for each of its input's channels and
    /// adds up over them; each kernel makes one channel of the output.
    ///
    /// - Shown by: `kernelsAsAWeight` in Chapters/13-ConvolutionalNets/03-ManyImagesManyKernels.swift
    @Test func `13.9 colours first, then one map for each kernel`() {
        var random = SplitMix64(seed: 139)
        let (colours, weight) = (Tensor.randn(1, 3, 6, 6, using: &random), Tensor.randn(8, 3, 3, 3, using: &random))
        let maps = conv2dByLoops(colours, weight)
        #expect(maps.shape[1] == 8)
        let red = conv2dByLoops(colours[0..., 0..<1], weight[0..., 0..<1])
        let others = conv2dByLoops(colours[0..., 1..<3], weight[0..., 1..<3])
        expectClose(red + others, maps, absolute: 1e-5)
    }

    /// 13.10 · How are a convolution and a matrix product related?
    ///
    /// A convolution is a product with a matrix that has one row for each place of the kernel and one column for each
    /// pixel. Two things are special about it: where the kernel cannot reach a pixel, there is a zero that is never
    /// trained; and the other numbers are shared, the same few weights in every row, which stay equal.
    ///
    /// - Shown by: `theMatrix` in Chapters/13-ConvolutionalNets/05-Equations.swift
    /// - Shown by: `convolutionMatrix` in Chapters/13-ConvolutionalNets/05b-TheMatrixInNumbers.swift
    @Test func `13.10 a matrix of fixed zeros and shared weights`() {
        let (kernel, image) = (Tensor([[2, 3], [5, 7]]), Tensor.arange(12).reshaped(3, 4))
        let matrix = convolutionMatrix(kernel, height: 3, width: 4)
        #expect(matrix.shape == [6, 12])
        let map = image.reshaped(1, 1, 3, 4).conv2d(kernel.reshaped(1, 1, 2, 2))
        expectClose(matrix.matmul(image.reshaped(12)), map.reshaped(6))
        for row in 0..<6 { #expect(matrix[row].scalars.filter { $0 != 0 } == [2, 3, 5, 7]) }
        // What is trained is the kernel: a step keeps the zeros, and equal weights equal.
        let weight = kernel.reshaped(1, 1, 2, 2).requiringGrad()
        image.reshaped(1, 1, 3, 4).conv2d(weight).squared().sum().backward()
        let stepped = (kernel - 0.001 * weight.grad!.reshaped(2, 2))
        let after = convolutionMatrix(stepped, height: 3, width: 4)
        #expect((after .== 0) == (matrix .== 0) && after.scalars != matrix.scalars)
        for row in 0..<6 { #expect(after[row].scalars.filter { $0 != 0 } == stepped.scalars) }
    }
}
