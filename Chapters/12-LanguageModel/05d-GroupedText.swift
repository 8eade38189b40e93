// # Text in groups
//
// Section 12.5 · After this page you can lay out a text so that every row of a batch continues that of the batch before.

import Notebook
import Tensors
import Training

// …

/// The samples in such an order that consecutive batches continue each row: sample number `batchSize · i + j` of the
/// result is sample `i + m · j` of the text, where m = count / batchSize. What does not fill a batch is left out. (The
/// book's `group_chunks`.)
public func groupChunks<Sample>(_ samples: [Sample], batchSize: Int) -> [Sample] {
    let m = samples.count / batchSize
    return (0..<m).flatMap { i in (0..<batchSize).map { j in samples[i + m * j] } }
}
