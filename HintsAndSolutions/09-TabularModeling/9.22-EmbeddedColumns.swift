// Nudge: Make two lists, of names and of columns, and go through the columns of `x` once.
// Idea: A number of a level is the number of a row. Its numbers are `table.scalars[level * width + place]`.
// Almost: For each column with a table of the width w, and each place in `0..<w`, append the name and
//   `column.map { scalars[Int($0) * w + place] }`. Check `0..<table.shape[0]` first. In the end `Features(names,
//   columns)`.

import Tabular
import Tensors

public func withEmbeddings(_ x: Features, _ tables: [String: Tensor]) throws -> Features {
    var (names, columns) = ([String](), [[Float]]())
    for (name, column) in zip(x.names, x.columns) {
        guard let table = tables[name] else {
            names.append(name)
            columns.append(column)
            continue
        }
        guard column.allSatisfy({ (0..<Float(table.shape[0])).contains($0) }) else { throw UnknownLevel(column: name) }
        let (numbers, width) = (table.scalars, table.shape[1])
        for place in 0..<width {
            names.append("\(name) \(place)")
            columns.append(column.map { numbers[Int($0) * width + place] })
        }
    }
    return try Features(names, columns)
}

struct UnknownLevel: Error { let column: String }
