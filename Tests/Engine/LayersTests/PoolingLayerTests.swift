import Layers
import Tensors
import Testing

struct `The pooling layers` {
    private let x = Tensor.arange(50).reshaped(1, 2, 5, 5)

    @Test func `are the functions of these names`() {
        #expect(MaxPool2d(2)(x).scalars == x.maxPooled(2).scalars)
        #expect(
            MaxPool2d(3, stride: 2, padding: 1, ceilMode: true)(x).scalars
                == x.maxPooled(3, stride: 2, padding: 1, ceilMode: true).scalars)
        #expect(
            AveragePool2d(3, stride: 2, padding: 1, ceilMode: true, countIncludesPadding: false)(x).scalars
                == x.averagePooled(3, stride: 2, padding: 1, ceilMode: true, countIncludesPadding: false).scalars)
        #expect(AdaptiveAveragePool2d(1)(x).scalars == [12, 37])
        #expect(AdaptiveMaxPool2d([1, 2])(x).scalars == [22, 24, 47, 49])
    }
}
