// # Photos: from files to batches
//
// 1,000 photos of about 500 × 375 pixels, JPEG, in shuffled batches of 64: decoded, a random part of each brought to
// 160 × 160, and augmented to 128 × 128 (crop, flip, turn, zoom, look from the side, light), normalized. On all
// threads. After the first repetition the files are in the system's memory.

import Foundation
import Tensors
import Training
import Vision

func photos(_ bench: Bench) throws {
    let files = try thousandPhotos(bench)
    let pipeline = PhotoPipeline(
        item: RandomResizedCrop(160), batch: augmentations(size: 128, minScale: 0.75), normalization: .imageNet)
    try bench.measure("photos", items: files.count, "photos", metric: "mean of all batches") { random in
        let labels = Array(files.indices)
        let loader = DataLoader(
            photos: files, labels: labels, pipeline: pipeline, batchSize: 64, shuffledUsing: &random)
        var sum = 0.0
        return Work {
            for (x, _) in loader { sum += Double(x.mean().item) }
            if let problem = loader.problem { throw problem }
        } judge: {
            sum / Double(loader.count)
        }
    }
}

/// The photos of pets that can be read, in the order of their names, and again from the first one until there are
/// 1,000.
private func thousandPhotos(_ bench: Bench) throws -> [URL] {
    let files = try photoFiles(in: bench.folder("oxford-iiit-pet").appending(path: "images"))
    let readable = VerifiedPhotos(Array(files.prefix(1000))).readable
    return (0..<1000).map { readable[$0 % readable.count] }
}
