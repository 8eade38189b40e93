// Questions 17.10 to 17.22: elementwise arithmetic and broadcasting, sections 17.3 to 17.5.

import Tensors
import TestSupport
import Testing

@testable import Chapter17

extension `17 Questionnaire` {
    /// 17.10 · What is elementwise arithmetic?
    ///
    /// An operation on two tensors of one shape that takes each pair of numbers in the same place by itself, and puts
    /// the result in that place. It works for any number of axes, with +, −, ×, ÷, and with comparisons, whose result
    /// is a tensor of truth values.
    ///
    /// - Shown by: `elementwise` in Chapters/17-Foundations/03-Elementwise.swift
    @Test func `17.10 each number with the one in the same place`() {
        let (a, b) = (Tensor([10, 6, -4]), Tensor([2, 8, 7]))
        #expect((a + b).scalars == [12, 14, 3] && (a * b).scalars == [20, 48, -28])
        #expect((a .< b).scalars == [false, true, true])
        let m = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        #expect((m * m).scalars == [1, 4, 9, 16, 25, 36, 49, 64, 81] && (m * m).scalars != m.matmul(m).scalars)
        #expect(elementwise(-, m, m * m).scalars == (m - m * m).scalars)
    }

    /// 17.11 · How do you test whether every element of `a` is greater than the one of `b` in the same place?
    ///
    /// Compare element by element, then ask whether all answers are true: `(a > b).all()` in PyTorch, `(a .> b).all`
    /// here.
    ///
    /// - Shown by: `comparisons` in Chapters/17-Foundations/03-Elementwise.swift
    @Test func `17.11 compare all, then ask for all`() {
        let (a, b) = (Tensor([[10, 6], [8, 3]]), Tensor([[2, 5], [7, 1]]))
        #expect((a .> b).all)
        var c = a
        c[1, 0] = b[1, 0]  // a single equal pair is enough to fail
        #expect(!(c .> b).all && (c .> b).any)
    }

    /// 17.12 · What is a tensor of rank 0, and how do you get a plain number out of it?
    ///
    /// A tensor without any axis. It has exactly one element; a sum or a mean over everything is one. `item` takes the
    /// number out (in PyTorch, the method `.item()`).
    ///
    /// - Shown by: `reductions` in Chapters/17-Foundations/03-Elementwise.swift
    @Test func `17.12 no axis, one element, item`() {
        let mean = (Tensor([10, 6, -4]) + Tensor([2, 8, 7])).mean()
        #expect(mean.rank == 0 && mean.shape == [] && mean.count == 1)
        let number: Float = mean.item
        #expect(Double(number) == 9.666666984558105)
    }

    /// 17.13 · What is `tensor([1,2]) + tensor([1])`, and why?
    ///
    /// [2, 3]. The second tensor has length 1, so it is broadcast: its number is used for both.
    ///
    /// - Shown by: `whatFits` in Chapters/17-Foundations/05-Rules.swift
    @Test func `17.13 the 1 is repeated`() throws {
        #expect((Tensor([1, 2]) + Tensor([1])).scalars == [2, 3])
        #expect(try broadcast([2], [1]) == [2])
    }

    /// 17.14 · What is `tensor([1,2]) + tensor([1,2,3])`, and why?
    ///
    /// An error. The last axes are 2 and 3 long; they differ, and neither of them is 1.
    ///
    /// - Shown by: `whatFits` in Chapters/17-Foundations/05-Rules.swift
    @Test func `17.14 2 and 3 do not fit`() async {
        #expect(throws: Clash(axis: -1, left: 2, right: 3)) { try broadcast([2], [3]) }
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor([1, 2]) + Tensor([1, 2, 3])
        }
        #expect(message(of: result).contains("[2] + [3]: axis -1 is 2 on the left and 3 on the right"))
    }

    /// 17.15 · How does elementwise arithmetic make a matrix product faster?
    ///
    /// The innermost loop becomes one multiplication of a whole row by a whole column, and one sum. Both are loops too,
    /// but in compiled code, which does not have to look up anything for each number and handles several at once.
    ///
    /// - Shown by: `RowTimesColumn` in Chapters/17-Foundations/03b-RowTimesColumn.swift
    @Test func `17.15 the loop over k becomes one product and one sum`() {
        let (a, b) = (Tensor([[1, 2, 3], [4, 5, 6]]), Tensor([[1, 0], [0, 1], [2, 2]]))
        let cell = (a[1] * b[0..., 0]).sum()
        #expect(cell.item == 16 && RowTimesColumn.matmul(a, b)[1, 0].item == 16)
        #expect(RowTimesColumn.matmul(a, b).scalars == ThreeLoops.matmul(a, b).scalars)
    }

    /// 17.16 · What are the rules of broadcasting?
    ///
    /// Write the two shapes below each other, flush right; where one has no more axes, put 1s. Compare the lengths
    /// beginning with the last axis. Two lengths fit if they are equal, or if one of them is 1; that axis is then
    /// repeated to the other's length. Anything else is an error.
    ///
    /// - Shown by: `broadcast` in Chapters/17-Foundations/05-Rules.swift
    /// - Shown by: `broadcastShape` in Sources/Engine/Tensors/Broadcasting/Broadcasting.swift
    @Test func `17.16 from the right, equal or 1, missing ones are 1`() throws {
        #expect(try broadcast([256, 256, 3], [3]) == [256, 256, 3] && broadcast([3], [3, 3]) == [3, 3])
        #expect(try broadcast([5, 1, 4], [3, 1]) == [5, 3, 4] && broadcast([], [2]) == [2])
        #expect(throws: Clash(axis: -1, left: 3, right: 256)) { try broadcast([256, 256, 3], [256, 256]) }
        #expect(throws: Clash(axis: -2, left: 3, right: 2)) { try broadcast([3, 3], [2, 3]) }
    }

    /// 17.17 · What is `expand_as`? Show how it gives the result of broadcasting.
    ///
    /// `c.expand_as(m)` shows c in the shape of m, as broadcasting treats it: a view in which repeated axes have stride
    /// 0. So `c.expand_as(m) + m` is `c + m`. Here it is called `expanded(as:)`.
    ///
    /// - Shown by: `expandedViews` in Chapters/17-Foundations/04b-ExpandedViews.swift
    /// - Shown by: `expanded` in Sources/Engine/Tensors/ShapesAndViews/Tensor+Shape.swift
    @Test func `17.17 the view that broadcasting works with`() {
        let (c, m) = (Tensor([10, 20, 30]), Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
        #expect(c.expanded(as: m).scalars == [10, 20, 30, 10, 20, 30, 10, 20, 30])
        #expect(c.expanded(as: m).strides == [0, 1] && c.expanded(as: m).storage == [10, 20, 30])
        #expect((c.expanded(as: m) + m).scalars == (c + m).scalars)
        #expect((c + m).scalars == [11, 22, 33, 14, 25, 36, 17, 28, 39])
    }

    /// 17.18 · How does `unsqueeze` help with some problems of broadcasting?
    ///
    /// Shapes are aligned at the right, and missing axes are added in front. That is not always what is meant.
    /// `unsqueeze` puts an axis of length 1 wherever you want it, and with it you choose along which axis the tensor is
    /// repeated: a vector [3] lies along the columns, as [3, 1] it stands along the rows.
    ///
    /// - Shown by: `newAxes` in Chapters/17-Foundations/04c-NewAxes.swift
    @Test func `17.18 a new axis decides along which one is repeated`() throws {
        let (c, m) = (Tensor([10, 20]), Tensor([[1, 2, 3], [4, 5, 6]]))
        #expect(throws: Clash.self) { try broadcast(c.shape, m.shape) }  // c does not fit as it is
        #expect((c.unsqueezed(1) + m).scalars == [11, 12, 13, 24, 25, 26])
        let square = Tensor([[1, 2], [3, 4]])
        #expect((c + square).scalars == [11, 22, 13, 24] && (c.unsqueezed(1) + square).scalars == [11, 12, 23, 24])
    }

    /// 17.19 · How do you get the same as with `unsqueeze` by indexing?
    ///
    /// Write `None` where the new axis should be: `c[None,:]` or just `c[None]` for a row, `c[:,None]` or `c[...,None]`
    /// for a column. Here it is `.newAxis`, and `.ellipsis` for the three dots.
    ///
    /// - Shown by: `newAxes` in Chapters/17-Foundations/04c-NewAxes.swift
    /// - Shown by: `newAxis` in Sources/Engine/Tensors/IndexingAndSorting/Slicing.swift
    @Test func `17.19 None, or newAxis, in brackets`() {
        let c = Tensor([10, 20, 30])
        #expect(c[.newAxis].shape == c.unsqueezed(0).shape && c[.newAxis, 0...].shape == [1, 3])
        #expect(c[0..., .newAxis].shape == c.unsqueezed(1).shape && c[.ellipsis, .newAxis].shape == [3, 1])
        #expect(c[0..., .newAxis].scalars == c.scalars)
    }

    /// 17.20 · How do you see what a tensor really has in memory?
    ///
    /// By its storage: `t.storage()` in the book, `t.storage` here. For an expanded tensor it has only the numbers that
    /// were there before.
    ///
    /// - Shown by: `expandedViews` in Chapters/17-Foundations/04b-ExpandedViews.swift
    /// - Shown by: `storage` in Sources/Engine/Tensors/Arrays/Tensor.swift
    @Test func `17.20 storage shows 3 numbers where 9 are seen`() {
        let nine = Tensor([10, 20, 30]).expanded(to: [3, 3])
        #expect(nine.count == 9 && nine.scalars.count == 9 && nine.storage == [10, 20, 30])
        #expect(nine.strides == [0, 1])
    }

    /// 17.21 · A vector of 3 numbers is added to a 3 × 3 matrix. Is it added to each row or to each column?
    ///
    /// To each row: number j of the vector is added to column j, in all rows.
    ///
    /// - Shown by: `aRowAndATable` in Chapters/17-Foundations/04-Broadcasting.swift
    @Test func `17.21 to each row`() {
        let (m, c) = (Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), Tensor([10, 20, 30]))
        for i in 0..<3 { #expect((m + c)[i].scalars == (m[i] + c).scalars) }
        #expect((m + c)[0..., 0].scalars == [11, 14, 17])  // in a column, the same number three times
    }

    /// 17.22 · Do broadcasting and `expand_as` need more memory?
    ///
    /// No. A repeated axis has stride 0: a step along it leads to the same number again, so nothing is copied. (The
    /// result of the arithmetic is a new tensor, of course.)
    ///
    /// - Shown by: `whatItCosts` in Chapters/17-Foundations/04b-ExpandedViews.swift
    @Test func `17.22 a billion rows, three numbers`() {
        let c = Tensor([10, 20, 30])
        let billion = c.expanded(to: [1_000_000_000, 3])
        #expect(billion.count == 3_000_000_000 && billion.storage == c.storage && billion.strides == [0, 1])
        #expect(billion[999_999_999].scalars == [10, 20, 30])
        #expect((c + Tensor.zeros(3, 3)).storage.count == 9)  // the result
    }
}
