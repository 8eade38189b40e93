import Datasets
import Tensors

/// Lists, reads and decodes 14,434 grey images of 28 × 28 to tensors in 0...1. After the first repetition the files
/// are in the system's memory.
func pngDecode(_ bench: Bench) throws {
    let folder = try bench.folder("mnist_sample")
    try bench.measure("png-decode", items: 14_434, "images", metric: "sum of all pixels") { _ in
        var tensors: [Tensor] = []
        return Work {
            let digits = try DigitImages.mnistSample(folder)
            tensors = [digits.train, digits.valid].flatMap { part in
                [3, 7].map { Tensor(part.images(of: $0)) / 255 }
            }
        } judge: {
            tensors.reduce(0) { $0 + $1.scalars.reduce(0) { $0 + Double($1) } }
        }
    }
}
