import Tensors
import Vision

/// A photo in which neighbouring pixels have nothing in common: nothing is sharper.
func speckled(_ width: Int, _ height: Int, seed: UInt64 = 1) -> Photo {
    var random = SplitMix64(seed: seed)
    return Photo(
        height: height, width: width, pixels: (0..<width * height * 3).map { _ in UInt8(random.next() % 256) })
}
