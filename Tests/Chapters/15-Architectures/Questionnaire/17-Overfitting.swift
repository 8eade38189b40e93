// Questions 15.17 and 15.18: what to do about overfitting, and in which order.

import Chapter15
import Layers
import Tensors
import Testing
import Training

extension `15 Questionnaire` {
    /// 15.17 · Which five steps are there against overfitting?
    ///
    /// In this order: more data; data augmentation; an architecture that generalizes better; regularization; a less
    /// complex architecture. The first ones give the net more to learn from, the last ones take away from what it can
    /// learn.
    ///
    /// - Shown by: `eachStepAlone` in Chapters/15-Architectures/06b-FiveSteps.swift
    /// - Shown by: `theLadder` in Chapters/15-Architectures/06b-FiveSteps.swift
    @Test func `15.17 data, augmentation, architecture, regularization, and at last a smaller net`() {
        #expect(Step.allCases == [.data, .augmentation, .architecture, .regularization, .smaller])
        let first = Rung(pictures: 100)
        let rungs = Step.allCases.map { first.taking($0, many: 1000) }
        #expect(rungs[0].pictures == 1000 && rungs[1].augments && rungs[2].convolves)
        #expect(rungs[3].dropout > 0 && rungs[3].decay > 0 && rungs[4].width < 1)
        // Each of them changes nothing else.
        #expect(rungs[0].width == 1 && rungs[1].pictures == 100 && rungs[4].pictures == 100 && !rungs[4].convolves)
        #expect(Set(rungs + [first]).count == 6)
    }

    /// 15.18 · Why should a smaller architecture not be the first thing to try?
    ///
    /// A smaller net can no longer learn fine relations between what it sees and what it is to say. The other steps
    /// keep what the net can learn, and a large net with more regularization is more flexible, and usually more
    /// accurate, than a small one with less.
    ///
    /// - Shown by: `bothWays` in Chapters/15-Architectures/06c-TheWrongEnd.swift
    /// - Shown by: `largeOrSmall` in Chapters/15-Architectures/06c-TheWrongEnd.swift
    @Test func `15.18 a net that is too small cannot learn it, whatever it is shown`() {
        // Exactly one of two numbers above zero: with a single hidden unit nobody can say it, and it does not overfit
        // either.
        var random = SplitMix64(seed: 18)
        func points(_ count: Int) -> (Tensor, IntTensor) {
            let x = Tensor.randn(count, 2, using: &random)
            return (x, IntTensor((0..<count).map { (x[$0][0].item > 0) != (x[$0][1].item > 0) ? 1 : 0 }))
        }
        let (train, valid) = (points(500), points(500))
        let accuracies = [1, 32].map { width -> [Double] in
            let head = createHead(2, 2, hidden: [width], dropout: 0, using: &random)
            let net = Sequential(Array(head.layers.dropFirst(2)))
            let optimizer = Adam(net.parameters, learningRate: 0.03)
            for _ in 0..<150 {
                optimizer.zeroGrad()
                crossEntropy(net(train.0), train.1).backward()
                optimizer.step()
            }
            net.eval()
            return [train, valid].map { x, y in
                let found = noGrad { net(x) }.argmax(axis: 1).scalars
                return Double(zip(found, y.scalars).count { $0 == $1 }) / 500
            }
        }
        #expect(accuracies[0][0] < 0.85 && accuracies[0][1] < 0.85)
        #expect(accuracies[1][0] > 0.93 && accuracies[1][1] > 0.93)
    }
}
