import Layers
import Tensors
import Testing

struct `Layers that make images larger` {
    private let x = Tensor.arange(8).reshaped(1, 2, 2, 2)

    @Test func `Upsample takes a size or a factor`() {
        #expect(Upsample(by: 2)(x).scalars == x.interpolated(to: 4).scalars)
        #expect(
            Upsample(to: [3, 5], mode: .bilinear, alignCorners: true)(x).scalars
                == x.interpolated(to: [3, 5], mode: .bilinear, alignCorners: true).scalars)
        #expect(
            x[0, 0].interpolated(to: [2, 3], mode: .bilinear, alignCorners: true).scalars == [0, 0.5, 1, 2, 2.5, 3])
    }

    @Test func `the nearest pixel stays what it is, even if it is infinite`() {
        #expect(Tensor([[.infinity, 1]]).interpolated(by: 2)[0].scalars == [.infinity, .infinity, 1, 1])
    }

    @Test func `PixelShuffle lays channels side by side`() {
        let y = PixelShuffle(2)(Tensor.arange(8).reshaped(1, 4, 1, 2))
        #expect(y.shape == [1, 1, 2, 4])
        #expect(y.scalars == [0, 2, 1, 3, 4, 6, 5, 7])
        #expect(y.pixelUnshuffled(2).scalars == Tensor.arange(8).scalars)
        #expect(Tensor.zeros(0, 4, 1, 2).pixelShuffled(2).shape == [0, 1, 2, 4])
    }
}
