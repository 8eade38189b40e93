// Nudge: Row by row, not batch by batch: the outer loop is over rows.
// Idea: `batch[row].scalars` are the numbers of a row. Words are joined by a blank, the parts of a row by a bar.
// Almost: Do not ask for more rows than there are: `0..<min(rows, first.shape[0])`. A number is in the vocabulary if
//   `vocabulary.indices.contains` it.

import Tensors

public func readRows(_ batches: [IntTensor], rows: Int, vocabulary: [String]) throws -> [String] {
    guard let first = batches.first else { return [] }
    return (0..<min(rows, first.shape[0])).map { row in
        let parts = batches.map { batch in
            batch[row].scalars.map { vocabulary.indices.contains($0) ? vocabulary[$0] : "?" }.joined(separator: " ")
        }
        return parts.joined(separator: " | ")
    }
}
