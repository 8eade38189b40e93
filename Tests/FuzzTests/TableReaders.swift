// The readers of tables.

import Foundation
import Tabular
import Tensors
import TestSupport

extension FuzzedReader {
    /// A file of comma-separated values; and what was read can be written and read again.
    static let table = FuzzedReader(
        description: "table", inputs: tables.map { Array($0.utf8) }, path: "a.csv", leaves: ["b.csv"]
    ) { file, folder in
        let again = folder.appending(path: "b.csv")
        let isOlder = try Data(contentsOf: file).prefix { $0 != 0x0A }.contains(UInt8(ascii: ";"))
        let options = CSVOptions { if isOlder { ($0.isLatin1, $0.separator) = (true, ";") } }
        let frame = try DataFrame(csv: file, options)
        _ = (frame.description, frame.describe(), frame.overview())
        try frame.write(csv: again, options)
        let second = try DataFrame(csv: again, options)
        // Texts that look like numbers, or like nothing, come back as such: the size is what must be the same.
        if second.shape != frame.shape, frame.rowCount > 0 {
            throw Broken(description: "\(second.shape) ≠ \(frame.shape)")
        }
    }

    private static let tables = [
        "id,name,price,sold,when\n1,Ada,2.5,True,2006-11-16\n2,\"a \"\"b\"\", c\",,False,1/5/2012 0:00\n3,\"x\ny\",1e-3,,\n",
        "a;b\r\n1;\"2\"\r\n\r\n-3;NA\r\ninf;4\r\n", "\u{FEFF}x\n\"\"\n1\n", "Größe,naïve\n1,é\n",
        "a,b\r1,2\r3,4", "9223372036854775807,1e400,0x10\n1,2,3\n",
    ]

    static let savedTable = FuzzedReader(
        description: "saved table", inputs: [written { try sample.save(to: $0) }], path: "a.safetensors",
        repaired: repairedSafetensors
    ) { file, _ in
        let frame = try DataFrame(saved: file)
        _ = (frame.description, frame.describe(), frame.sorted(by: frame.names), frame.csvText())
    }

    static let preparedTable = FuzzedReader(
        description: "prepared table", inputs: [written { try prepared().save(to: $0) }], path: "a.safetensors",
        repaired: repairedSafetensors
    ) { file, _ in
        let data = try TabularData(saved: file)
        _ = (data.train.columns, data.valid.targets, data.shown(), data.train.inputs, try? data.applied(to: sample))
    }

    static let tabularModel = FuzzedReader(
        description: "model for tables", inputs: [written(exported)], path: "a.safetensors",
        repaired: repairedSafetensors,
        cost: 2
    ) { file, _ in
        _ = try? SavedTabularModel(file).predict(sample); _ = try SavedTabularModel(file)
    }

    private static let sample = DataFrame([
        ("state", Column(["Texas", "Ohio", nil, "Utah"])),
        ("size", Column(["L", "S", "L", "S"]).asCategory(order: ["S", "L"])),
        ("hours", Column([1, nil, 3, 4] as [Double?])), ("age", Column([1, 2, 3, nil] as [Int?])),
        ("new", Column([true, nil, false, true] as [Bool?])), ("day", Column([DateTime(2006, 11, 16), nil, nil, nil])),
        ("price", Column([10.0, 20, 30, 40])),
    ])

    private static func prepared() throws -> TabularData {
        try TabularData(
            sample, procs: [.fillMissing, .categorify, .normalize], categorical: ["state", "size", "new"],
            continuous: ["hours", "age"], target: "price", splits: RowSplits(train: [0, 1, 2], valid: [3]))
    }

    private static func exported(_ file: URL) throws {
        var random = SplitMix64(seed: 1)
        try TabularLearner<Tensor>(prepared(), layers: [4], range: 8...12, batchSize: 2, using: &random).export(
            to: file)
    }
}
