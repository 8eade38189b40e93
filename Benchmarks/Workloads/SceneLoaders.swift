// # Chapter 19: its loader beside the engine's, on the same files
//
// 2,000 generated scenes as PNG files of 64 to 95 pixels, decoded, resized to 64 × 64, and stacked in shuffled batches
// of 64. They are written once, into the cache. After the first repetition they are in the system's memory.

import Chapter19
import Datasets
import Foundation
import Tensors
import Training

/// The chapter's loader with a worker for each core, then with none, and the engine's.
func ch19Loader(_ bench: Bench) throws {
    let folder = try SceneFiles(.classFolders, train: 2000, valid: 200).cached()
    let files = try walk(folder.appending(path: "train"))
    let set = PictureDataset(files, labels: files.map(\.parent.name).unique())
    let cores = min(16, ProcessInfo.processInfo.activeProcessorCount)
    for (workload, workers) in [("ch19-loader", cores), ("ch19-loader-no-worker", 0)] {
        try bench.load(workload, set) { random, use in
            let seed = random.next()
            let loader = Chapter19.DataLoader(set, batchSize: 64, shuffle: true, workers: workers, seed: seed)
            try loader.forEachBatch { use($1.x) }
        }
    }
    try bench.load("ch19-loader-engine", set) { random, use in
        for (x, _) in Training.DataLoader(Items(set), batchSize: 64, shuffledUsing: &random) { use(x) }
    }
}

extension Bench {
    /// Times an epoch, of which every batch is looked at.
    fileprivate func load(
        _ workload: String, _ set: PictureDataset,
        epoch: @escaping (inout SplitMix64, (Tensor) -> Void) throws -> Void
    ) throws {
        try measure(workload, items: set.count, "images", metric: "sum of the means of all batches") { random in
            var (generator, sum) = (random, 0.0)
            return Work {
                try epoch(&generator) { sum += Double($0.mean().item) }
            } judge: {
                sum
            }
        }
    }
}
