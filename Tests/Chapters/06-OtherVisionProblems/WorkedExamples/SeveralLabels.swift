// The book's small examples, exactly.

import Foundation
import Tensors
import TestSupport
import Testing
import Training

@testable import Chapter06

@Suite struct `6.3 The book's row of activations` {
    private let row = Tensor(BookPascal.activations)

    @Test func `has these sigmoids`() {
        let sigmoids: [Float] = [
            0.8835, 0.2052, 0.8121, 0.8551, 0.2172, 0.0030, 0.9737, 0.6725, 0.0125, 0.0759, 0.0553, 0.1414, 0.8821,
            0.6500, 0.8779, 0.7109, 0.0644, 0.4054, 0.7723, 0.8330,
        ]
        #expect((row.sigmoid() - Tensor(sigmoids)).abs().max().item < 1e-4)
    }

    @Test func `says so many classes at five thresholds`() {
        let p = row.sigmoid().scalars
        #expect([0.1, 0.2, 0.5, 0.9, 0.99].map { t in p.count { $0 > t } } == [15, 14, 11, 1, 0])
    }

    @Test(arguments: zip([[], ["aeroplane"], ["car"], ["dog"]], [1.08377, 0.98248, 0.90312, 1.17396] as [Float]))
    func `has these losses`(_ labels: [String], _ loss: Float) {
        let target = multiHot(labels, classes: BookPascal.classes)!
        #expect(abs(plainBinaryCrossEntropy(row, target).item - loss) < 1e-4)
        #expect(abs(binaryCrossEntropyWithLogits(row, target).item - loss) < 1e-4)
    }
}

@Suite struct `6.2 The book's vocabulary` {
    @Test func `is sorted, and agrees with the printed rows`() {
        #expect(BookPascal.classes == BookPascal.classes.sorted() && BookPascal.classes.count == 20)
        #expect(BookPascal.classes[[11, 6]] == ["dog", "car"])
    }
}

@Suite struct `6.3 A threshold` {
    @Test func `of probabilities that are taken for activations lets everything pass`() {
        let p = Tensor([0, 0.1, 0.5, 0.9, 1])
        let twice = p.sigmoid().scalars
        #expect(twice.min()! == 0.5 && abs(twice.max()! - 0.7311) < 1e-4)
        #expect(accuracyMulti(p, Tensor([0, 0, 0, 1, 1]), sigmoid: false) == 1)
        // All but the exact 0, whose sigmoid is a half and not above it.
        #expect(accuracyMulti(p, Tensor([0, 1, 1, 1, 1])) == 1)
    }

    @Test func `is tried at 29 places`() {
        let thresholds = Tensor.linspace(0.05, 0.95, 29).scalars
        #expect(thresholds.count == 29 && abs(thresholds[1] - thresholds[0] - 0.0321429) < 1e-6)
    }
}
