// What the pages that look into a net compute, on nets that are known.

import Layers
import Tensors
import Testing

@testable import Chapter01

@Suite struct `1.6 What a number in a map depends on` {
    /// Layers of 3 × 3 weights that are all the same.
    private func layers(_ count: Int, stride: Size2D = 1) -> Sequential {
        var random = SplitMix64(seed: 6)
        return Sequential(
            (0..<count).map { _ in
                let layer = Conv2d(1, 1, kernel: 3, stride: stride, padding: 1, bias: false, using: &random)
                layer.weight.assign(layer.weight.value * 0 + 1)
                return layer
            } as [any Layer<Tensor, Tensor>])
    }

    @Test func `is the square that the layers reach, or nine tenths of it`() {
        let photo = Tensor.zeros(1, 1, 33, 33)
        #expect(sight(of: { layers(1)($0) }, photo) == 3)
        // The sums of two are 1, 2, 3, 2, 1 in each direction: 49 of 81 are within 3, all within 5.
        #expect(sight(of: { layers(2)($0) }, photo) == 5)
        // Of five, the outermost pixels count next to nothing.
        let five = sight(of: { layers(5)($0) }, photo)
        #expect(five > 5 && five < 11)
        #expect(sight(of: { layers(2, stride: 2)($0) }, photo) == 7)
    }
}
