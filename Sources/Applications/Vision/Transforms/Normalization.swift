// Nets learn best from numbers around 0. So each channel's mean is taken off and its deviation divided out: always the
// same two numbers that the net was trained with, whatever the new photos are like. They belong to the model, and are
// saved with it.

import Tensors

/// The mean and the deviation of each channel, which are taken out of pictures. (The book's `Normalize`.)
public struct Normalization: Sendable, Equatable, Codable {
    /// Of brightnesses from 0 to 1: three numbers each, red, green, blue.
    public let mean: [Float], deviation: [Float]

    public init(mean: [Float], deviation: [Float]) {
        require(
            mean.count == 3 && deviation.count == 3 && (mean + deviation).allSatisfy(\.isFinite)
                && deviation.allSatisfy { $0 > 0 },
            "a Normalization with mean \(mean) and deviation \(deviation)",
            "each has three numbers, and a deviation is above 0")
        (self.mean, self.deviation) = (mean, deviation)
    }

    /// Those of ImageNet's photos, which nets from elsewhere were mostly trained with.
    public static let imageNet = Normalization(mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225])

    /// Those of a batch [n, 3, h, w] of brightnesses from 0 to 1.
    public init(of batch: Tensor) {
        require(
            batch.rank == 4 && batch.shape[1] == 3 && batch.count > 3, "a Normalization of \(batch.shape)",
            "pictures [n, 3, h, w] are needed, with more than one pixel")
        let x = batch.detached()
        let deviation = x.std(axes: [0, 2, 3]).scalars.map { max($0, 1e-7) }
        self.init(mean: x.mean(axes: [0, 2, 3]).scalars, deviation: deviation)
    }

    /// Pictures [..., 3, h, w] with mean 0 and deviation 1.
    public func callAsFunction(_ x: Tensor) -> Tensor { (x - column(mean)) / column(deviation) }

    /// The way back: brightnesses from 0 to 1, to be shown.
    public func undone(_ x: Tensor) -> Tensor { x * column(deviation) + column(mean) }

    private func column(_ numbers: [Float]) -> Tensor { Tensor(shape: [3, 1, 1], numbers) }

    /// What the bytes 0 to 255 of a channel become, and the last one again.
    func meaning(of light: Light, channel: Int) -> [Float] {
        brightnesses(light).map { ($0 - mean[channel]) / deviation[channel] }
    }
}

/// The brightnesses of the bytes 0 to 255 after a change of light, and the last one again.
func brightnesses(_ light: Light) -> [Float] {
    (0...256).map { byte in
        let value = Float(min(byte, 255)) / 255
        return light == .same ? value : Float(light(Double(value)))
    }
}
