// The digits of this chapter as tensors.

import Notebook
import Tensors

extension ConvolutionalNets {
    /// The first 64 validation images, 0...1 [64, 1, 28, 28]. (The book's `xb`.)
    var xb: Tensor {
        get throws {
            try run.once {
                let images = try sampleSource.contents.valid.images
                return (Tensor(images[0..<min(64, images.shape[0])]) / 255).unsqueezed(1)
            }
        }
    }
}
