// Questions 17.23 to 17.25: Einstein summation, section 17.6.

import Chapter17
import Tensors
import TestSupport
import Testing

extension `17 Questionnaire` {
    /// 17.23 · How do you write a matrix product with `einsum`?
    ///
    /// `einsum("ik,kj->ij", a, b)`: rows i and the shared axis k of a, the shared axis k and columns j of b; the result
    /// has i and j, so k is summed over.
    ///
    /// - Shown by: `EinsteinSummation` in Chapters/17-Foundations/06c-ComputingAnEquation.swift
    /// - Shown by: `einsum` in Sources/Engine/Tensors/Products/Einsum.swift
    @Test func `17.23 ik,kj->ij`() throws {
        let (a, b) = (Tensor([[1, 2], [3, 4], [5, 6]]), Tensor([[7, 8, 9, 10], [11, 12, 13, 14]]))
        let product: [Float] = [29, 32, 35, 38, 65, 72, 79, 86, 101, 112, 123, 134]
        #expect(einsum("ik,kj->ij", a, b).scalars == product && a.matmul(b).scalars == product)
        #expect(try EinsteinSummation.einsum("ik,kj->ij", a, b).scalars == product)
    }

    /// 17.24 · What does a letter mean that is repeated on the left of an `einsum` string?
    ///
    /// The two axes are walked along together: numbers with the same index are multiplied. If the letter is missing on
    /// the right, the products are summed over it; if it is there, they are kept apart.
    ///
    /// - Shown by: `theRulesTriedOut` in Chapters/17-Foundations/06d-ThreeRules.swift
    @Test func `17.24 multiply along that axis, and sum if it is not on the right`() throws {
        let (x, y) = (Tensor([1, 2, 3]), Tensor([10, 20, 30]))
        #expect(try EinsteinSummation.einsum("i,i->i", x, y).scalars == [10, 40, 90])
        #expect(try EinsteinSummation.einsum("i,i->", x, y).item == 140)
        #expect(try EinsteinSummation.einsum("i,j->ij", x, y).scalars == [10, 20, 30, 20, 40, 60, 30, 60, 90])
        #expect(einsum("i,i->i", x, y).scalars == [10, 40, 90] && einsum("i,i->", x, y).item == 140)
    }

    /// 17.25 · What are the three rules of Einstein's notation, and what are they for?
    ///
    /// Repeated indices are summed over; an index occurs at most twice in a term; and all terms have the same indices
    /// that are not repeated. So a formula is clear without a Σ: the first says what is summed. The second says which
    /// two belong together; with three of a kind, that would be open. The third makes sure that all terms are tables of
    /// the same shape, which can be added or set equal.
    ///
    /// `einsum` has an arrow that says which letters stay, and therefore asks for less: what is not on the right is
    /// summed over, however often it occurs. A letter on the right that no operand has is refused.
    ///
    /// - Shown by: `theRulesTriedOut` in Chapters/17-Foundations/06d-ThreeRules.swift
    /// - Shown by: `EquationError` in Chapters/17-Foundations/06b-ReadingAnEquation.swift
    @Test func `17.25 summed, at most twice, the same ones everywhere; the arrow decides`() throws {
        let (a, w, c) = (Tensor([[1, 2], [3, 4]]), Tensor([[1, 0], [0, 2]]), Tensor([[5, 6], [7, 8]]))
        #expect(try EinsteinSummation.einsum("bi,ij,bj->b", a, w, c).scalars == [29, 85])  // b is repeated and stays
        #expect(try EinsteinSummation.einsum("bi,ij,bj->", a, w, c).item == 29 + 85)
        #expect(try EinsteinSummation.einsum("i,i,i->", a[0], a[0], a[0]).item == 1 + 8)  // three times, with an arrow
        #expect(throws: EquationError.resultHasUnknown("z")) { try EinsteinSummation.einsum("ik,kj->iz", a, w) }
    }
}
