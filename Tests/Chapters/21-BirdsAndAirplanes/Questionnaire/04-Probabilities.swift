// Questions 21.4 and 21.5: what becomes of scores.

import Foundation
import Tensors
import TestSupport
import Testing
import Training

extension `21 Questionnaire` {
    /// 21.4 · Softmax is not scale invariant. What becomes of the ratio of the first two of 1, 2, 3?
    ///
    /// Before, it is 1 / 2 = 0.5. Softmax gives 0.0900, 0.2447 and 0.6652, and 0.0900 / 0.2447 is 0.3678: e to the
    /// power of the difference of the scores, e⁻¹ = 0.36788. (The book divides rounded numbers.) So only differences
    /// count. A number added to all scores changes nothing; a factor does: at 10, 20, 30 the ratio is e⁻¹⁰. The order
    /// always stays.
    ///
    /// - Shown by: `softmaxV1` in Chapters/21-BirdsAndAirplanes/08-Softmax.swift
    /// - Shown by: `scaleAndShift` in Chapters/21-BirdsAndAirplanes/08-Softmax.swift
    @Test func `21.4 the ratio of two probabilities is e to the power of the difference of their scores`() {
        let scores = Tensor([1, 2, 3])
        let p = scores.softmax()
        expectClose(p, Tensor([0.09003057, 0.24472847, 0.66524096]))
        #expect(abs(p[0].item / p[1].item - exp(-1)) < 1e-6 && abs(0.0900 / 0.2447 - 0.3678) < 1e-4)
        expectClose((scores + 100).softmax(), p)
        let large = (scores * 10).softmax()
        #expect(abs(large[0].item / large[1].item / exp(-10) - 1) < 1e-4)
        #expect(large[0].item < large[1].item && large[1].item < large[2].item)
    }

    /// 21.5 · What does `NLLLoss` want as its input?
    ///
    /// Logarithms of probabilities, as `LogSoftmax` gives them, not probabilities and not scores; and the numbers of
    /// the right classes. It picks each item's entry, changes its sign, and takes the mean over the batch. Given
    /// probabilities it complains of nothing and gives a number that is no such loss: between -1 and 0. The logarithm
    /// is not part of it because log-softmax in one step is exact where softmax has rounded to 0 already.
    ///
    /// - Shown by: `meanNegativeLogLikelihood` in Chapters/21-BirdsAndAirplanes/09b-LogSoftmax.swift
    /// - Shown by: `logSoftmax` in Chapters/21-BirdsAndAirplanes/09b-LogSoftmax.swift
    @Test func `21.5 it picks log-probabilities and takes the mean, and probabilities make it wrong in silence`() {
        let scores = Tensor([[2, 1], [0, 3]])
        let labels = IntTensor([0, 0])
        let logs = scores.logSoftmax()
        let byHand = -(logs[0, 0].item + logs[1, 0].item) / 2
        #expect(abs(nllLoss(logs, labels).item - byHand) < 1e-6)
        let p = scores.softmax()
        let trueLoss = -(log(p[0, 0].item) + log(p[1, 0].item)) / 2
        #expect(abs(byHand - trueLoss) < 1e-6)
        let wrong = nllLoss(p, labels).item
        #expect(wrong < 0 && wrong > -1 && abs(wrong - trueLoss) > 1)
        // Scores are no logarithms either; and softmax first, then the logarithm, ends at infinity.
        #expect(abs(nllLoss(scores, labels).item - trueLoss) > 1)
        let far = Tensor([[200, 0]])
        #expect(nllLoss(far.logSoftmax(), IntTensor([1])).item == 200)
        #expect(nllLoss(far.softmax().log(), IntTensor([1])).item == .infinity)
    }
}
