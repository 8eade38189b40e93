// Questions 5.10 to 5.15: cross-entropy, from softmax to the logarithm.

import Chapter05
import Foundation
import Tensors
import TestSupport
import Testing
import Training

extension `5 Questionnaire` {
    /// 5.10 · Which two pieces make up PyTorch's cross-entropy?
    ///
    /// The logarithm of softmax, and the negative log likelihood: `log_softmax` turns activations into
    /// log-probabilities, in one step, so that nothing overflows or vanishes on the way; `nll_loss` picks each item's
    /// number from the column of its target, changes the sign, and takes the mean. (Despite its name, `nll_loss` takes
    /// no logarithm.) In words: softmax, then minus the logarithm of the probability of the right class.
    ///
    /// - Shown by: `logSoftmax` in Chapters/05-ImageClassification/04h-CrossEntropy.swift
    /// - Shown by: `CrossEntropyLoss` in Chapters/05-ImageClassification/04h-CrossEntropy.swift
    /// - Shown by: `minusIsNoLogarithm` in Chapters/05-ImageClassification/04f-ColumnOfTheTarget.swift
    @Test func `5.10 the logarithm of softmax, and then the column of the target with a minus`() {
        var random = SplitMix64(seed: 510)
        let x = Tensor.randn(7, 5, using: &random) * 3
        let targets = IntTensor([0, 4, 2, 2, 1, 3, 0])
        let both = nllLoss(x.logSoftmax(axis: 1), targets)
        #expect(abs(both.item - crossEntropy(x, targets).item) < 1e-5)
        #expect(abs(CrossEntropyLoss()(x, targets).item - both.item) < 1e-5)
        // The second piece alone takes no logarithm: it picks, and changes the sign.
        let picked = (0..<7).map { -x[$0, Int(targets[$0].item)].item }
        expectClose(nllLoss(x, targets, reduction: .none), Tensor(picked))
        // The order matters, and so does that each of the two is there once.
        #expect(abs(nllLoss(x.softmax(axis: 1), targets).item - both.item) > 0.1)
        #expect(abs(nllLoss(x, targets).item - both.item) > 0.1)
        #expect(abs(crossEntropy(x.softmax(axis: 1), targets).item - both.item) > 0.1)
    }

    /// 5.11 · Which two properties of activations does softmax guarantee, and why do they matter?
    ///
    /// All numbers are between 0 and 1, and the numbers of an item add up to 1. So they can be read as probabilities of
    /// classes of which exactly one is right. And whatever raises the right class has to lower the others: it is enough
    /// to look at the column of the target. A sigmoid in each column has the first property only.
    ///
    /// - Shown by: `softmaxOfSixPictures` in Chapters/05-ImageClassification/04c-Softmax.swift
    /// - Shown by: `sigmoidOfEachColumn` in Chapters/05-ImageClassification/04b-OneColumnPerClass.swift
    /// - Shown by: `anyNumberOfColumns` in Chapters/05-ImageClassification/04f-ColumnOfTheTarget.swift
    @Test func `5.11 between 0 and 1, with the sum 1, so that one class rises at the cost of the others`() {
        var random = SplitMix64(seed: 511)
        for scale in [Float(0.1), 1, 10, 1000] {
            let p = softmax(Tensor.randn(20, 6, using: &random) * scale)
            #expect(p.scalars.allSatisfy { $0 >= 0 && $0 <= 1 })
            expectClose(p.sum(axis: 1), .ones(20), absolute: 1e-5)
        }
        let x = Tensor([[0.3, -1, 2, 0.5]])
        let (before, after) = (softmax(x), softmax(x + Tensor([0, 1, 0, 0])))
        #expect(after[0, 1].item > before[0, 1].item)
        for other in [0, 2, 3] { #expect(after[0, other].item < before[0, other].item) }
        // Sigmoids are between 0 and 1, too, but have no fixed sum, and do not know of each other.
        let (s, t) = (x.sigmoid(), (x + Tensor([0, 1, 0, 0])).sigmoid())
        #expect(abs(s.sum().item - 1) > 0.5 && s[0, 0].item == t[0, 0].item)
    }

    /// 5.12 · When might you not want your activations to have these two properties?
    ///
    /// When the classes do not exclude each other: several of them may be on a photo, or none. With softmax, two that
    /// are both there get a half each, and a photo of something else still has to be one of the classes, perhaps with
    /// great certainty. A sigmoid in each column asks one question for each class, and all of them may be answered with
    /// no. (It has to learn that, from photos of none.)
    ///
    /// - Shown by: `strangersAtTheDoor` in Chapters/05-ImageClassification/04e-NoneOfThese.swift
    /// - Shown by: `smallLeads` in Chapters/05-ImageClassification/04d-WhatMattersInScores.swift
    @Test func `5.12 when several classes may apply, or none: softmax cannot say either`() {
        let (none, several) = (Tensor([[-6, -8, -7]]), Tensor([[6, 7, -7]]))
        // Sigmoids say "none of these" and "these two".
        #expect(none.sigmoid().scalars.allSatisfy { $0 < 0.01 })
        #expect(several.sigmoid().scalars.map { $0 > 0.99 } == [true, true, false])
        // Softmax has to choose: of three unlikely ones, and between two that are both there.
        #expect(softmax(none).max().item > 0.5)
        #expect(softmax(several).scalars.count { $0 > 0.9 } == 0 && softmax(several).scalars.count { $0 > 0.5 } == 1)
        for x in [none, several] { #expect(softmax(x).scalars.contains { $0 >= 1.0 / 3 }) }
    }

    /// 5.13 · Compute the columns exp and softmax of the book's Figure 5-3, for the activations 0.02, -2.49 and 1.25.
    ///
    /// e to their powers is 1.02, 0.08 and 3.49, together 4.59. Divided by the sum: 0.22, 0.02 and 0.76. The brown bear
    /// is the most probable; the -2.49 has become a small positive number.
    ///
    /// - Shown by: `threeBears` in Chapters/05-ImageClassification/04c-Softmax.swift
    @Test func `5.13 exp is 1.02, 0.08 and 3.49, and softmax is 0.22, 0.02 and 0.76`() {
        let x = Tensor([[0.02, -2.49, 1.25]])
        func rounded(_ x: Tensor) -> [Int] { x.scalars.map { Int(($0 * 100).rounded()) } }
        #expect(rounded(x.exp()) == [102, 8, 349])
        #expect(rounded(x.exp().sum()) == [459])
        #expect(rounded(x.exp() / x.exp().sum()) == [22, 2, 76])
        #expect(rounded(simpleSoftmax(x)) == [22, 2, 76] && rounded(softmax(x)) == [22, 2, 76])
    }

    /// 5.14 · Why can we not make a loss with torch.where when the labels can have more than two values?
    ///
    /// Because `where` chooses between two alternatives: what is taken where a condition holds, and what is taken
    /// elsewhere. For a third class there is no third place. With a column for each class, one picks instead: from each
    /// row the number in the column of its target, by indexing. With two columns that gives the same as `where`, and it
    /// goes on working with any number of them.
    ///
    /// - Shown by: `chooseOrPick` in Chapters/05-ImageClassification/04f-ColumnOfTheTarget.swift
    /// - Shown by: `pickedColumn` in Chapters/05-ImageClassification/04f-ColumnOfTheTarget.swift
    /// - Shown by: `mnistLoss` in Chapters/05-ImageClassification/04f-ColumnOfTheTarget.swift
    @Test func `5.14 where has two alternatives, and indexing has a column for each class`() {
        let p = softmax(bookActivations)
        let chosen = Tensor.where(Tensor([0, 1, 0, 1, 1, 0]) .== 1, p[0..., 1], p[0..., 0])
        #expect(chosen.scalars == pickedColumn(p, bookTargets).scalars)
        // With three classes, two alternatives can be right about two of them only.
        let three = Tensor([[0.7, 0.2, 0.1], [0.1, 0.6, 0.3], [0.2, 0.3, 0.5]])
        let targets = IntTensor([0, 1, 2])
        #expect(pickedColumn(three, targets).scalars == [0.7, 0.6, 0.5])
        let isOne = Tensor(targets) .== 1
        #expect(Tensor.where(isOne, three[0..., 1], three[0..., 0]).scalars == [0.7, 0.6, 0.2])
    }

    /// 5.15 · What is the value of log(-2), and why?
    ///
    /// There is none among the real numbers. The logarithm of y is the a with eᵃ = y, and e to any power is above 0, so
    /// nothing gives -2. A computer answers with `nan`, not a number, and reports no error; every sum with it is `nan`,
    /// too.
    ///
    /// - Shown by: `curveOfTheLog` in Chapters/05-ImageClassification/04g-TakingTheLog.swift
    @Test func `5.15 it is not a number, for e to any power is above 0`() {
        #expect(log(-2.0).isNaN && Tensor([-2]).log()[0].item.isNaN)
        #expect(Tensor([3, -2, 5]).log().mean().item.isNaN)
        // Right up to 0 there are logarithms, and they have no lower end.
        #expect(log(1e-300) < -690 && log(0.0) == -.infinity && log(1.0) == 0)
        // The smallest positive number is what e to the lowest powers comes down to; below 0 it never gets.
        #expect(stride(from: -700.0, through: 700, by: 0.5).allSatisfy { exp($0) > 0 && abs(log(exp($0)) - $0) < 1e-9 })
    }
}
