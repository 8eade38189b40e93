// The book's small examples with their numbers: kernels, edge maps and sizes, sections 13.1, 13.2 and 13.4.

import Chapter13
import Tensors
import TestSupport
import Testing

@Suite struct `13.1 Kernels` {
    /// Rows 4 to 6, columns 6 to 8 of the book's three, as the book prints them, and rows 7 to 9, columns 17 to 19.
    let atTop = Tensor([[0, 0, 0], [142, 155, 246], [254, 254, 254]])
    let atRight = Tensor([[254, 75, 0], [254, 153, 0], [247, 53, 0]])

    @Test func `a top edge gives 762`() throws {
        #expect((atTop * topEdge).sum().item == 762)
        #expect(try applyKernel(topEdge, to: atTop, row: 1, column: 1) == 762)
    }

    @Test func `a right edge gives -29`() throws {
        #expect((atRight * topEdge).sum().item == -29)
        #expect(try applyKernel(topEdge, to: atRight, row: 1, column: 1) == -29)
    }

    @Test func `an empty corner gives 0`() throws {
        #expect((Tensor.zeros(3, 3) * topEdge).sum().item == 0)
    }

    @Test func `the formula is the lower row minus the upper row, not the other way round`() throws {
        let a = Tensor((1...9).map { Float($0 * $0) }).reshaped(3, 3)
        #expect(try applyKernel(topEdge, to: a, row: 1, column: 1) == -1 - 4 - 9 + 49 + 64 + 81)
    }

    @Test(arguments: [(0, 0), (0, 5), (5, 0), (27, 5), (5, 27), (-1, 5), (5, 28)])
    func `a place without a full window is refused`(_ row: Int, _ column: Int) throws {
        let error = #expect(throws: NoFullWindow.self) {
            try applyKernel(topEdge, to: .zeros(28, 28), row: row, column: column)
        }
        #expect(error?.row == row && error?.column == column && error?.shape == [28, 28])
        #expect("\(error!)".contains("row \(row), column \(column) of [28, 28]"))
    }

    @Test func `images of one or two rows have no place at all`() {
        for side in 0...2 {
            #expect(throws: NoFullWindow.self) {
                try applyKernel(topEdge, to: .zeros(side, side), row: 1, column: 1)
            }
        }
    }
}

@Suite struct `13.2 Edge maps` {
    @Test func `28 × 28 becomes 26 × 26, and 4 × 4 becomes 2 × 2`() throws {
        #expect(try edgeMap(topEdge, of: .zeros(28, 28)).shape == [26, 26])
        #expect(try edgeMap(leftEdge, of: .zeros(4, 4)).shape == [2, 2])
    }

    @Test func `a map has every place of applyKernel, row by row`() throws {
        let image = Tensor((0..<30).map { Float($0 * 7 % 11) }).reshaped(5, 6)
        let map = try edgeMap(leftEdge, of: image)
        for row in 1..<4 {
            for column in 1..<5 {
                let expected = try applyKernel(leftEdge, to: image, row: row, column: column)
                #expect(map[row - 1, column - 1].item == expected)
            }
        }
    }

    @Test func `the kernel of left edges compares with the left neighbour`() throws {
        #expect(leftEdge.scalars == [-1, 1, 0, -1, 1, 0, -1, 1, 0])
        let image = Tensor([[0, 9, 9, 9], [0, 9, 9, 9], [0, 9, 9, 9]])
        #expect(try edgeMap(leftEdge, of: image).scalars == [27, 0])
        #expect(try edgeMap(topEdge.transposed(), of: image).scalars == [27, 0])
    }

    @Test func `every column of a map of top edges adds up to 0 if the border is blank`() throws {
        var random = SplitMix64(seed: 132)
        let image = Tensor.rand(6, 7, using: &random).padded(2, lastAxes: 2)
        expectClose(try edgeMap(topEdge, of: image).sum(axis: 0), .zeros(9), absolute: 1e-5)
    }
}

@Suite struct `13.4 Sizes` {
    @Test(arguments: [
        (28, 3, 1, 0, 26), (4, 3, 1, 0, 2), (5, 4, 1, 2, 6), (5, 3, 2, 1, 3), (28, 3, 2, 1, 14), (7, 3, 2, 1, 4),
        (3, 3, 1, 0, 1), (2, 3, 1, 0, 0), (1, 3, 2, 0, 0), (0, 1, 1, 0, 0),
    ])
    func `the book's cases, and kernels that do not fit`(
        _ n: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ expected: Int
    ) {
        #expect(convolutionSize(n, kernel: kernel, stride: stride, padding: padding) == expected)
    }

    @Test func `a stride of 2 with padding 1 gives (h + 1) / 2`() {
        for h in 1...100 { #expect(convolutionSize(h, kernel: 3, stride: 2, padding: 1) == (h + 1) / 2) }
    }

    @Test func `an odd kernel keeps the size with a padding of half its size`() {
        for kernel in [1, 3, 5, 7, 9] {
            #expect(convolutionSize(28, kernel: kernel, padding: kernel / 2) == 28)
            #expect(convolutionSize(28, kernel: kernel + 1, padding: (kernel + 1) / 2) == 29)
        }
    }
}
