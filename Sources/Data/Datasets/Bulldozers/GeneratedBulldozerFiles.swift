// Generated sales in the files of the competition: whoever reads the one reads the other.

import Common
import Foundation

extension GeneratedBulldozers {
    /// `TrainAndValid.csv`.
    public var trainAndValid: [UInt8] { table(isTest: false) }
    /// `Test.csv`: later sales, without prices.
    public var test: [UInt8] { table(isTest: true) }

    /// Writes both files into a folder that is empty or does not exist yet.
    /// - Throws: `DatasetError` when it is not, or a file cannot be written; then nothing of it is left.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            try Data(trainAndValid).write(to: new.appendingPathComponent("TrainAndValid.csv"))
            try Data(test).write(to: new.appendingPathComponent("Test.csv"))
        }
    }

    private func table(isTest: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        func add(_ fields: [String]) {
            let present = isTest ? Array(fields[..<1] + fields[2...]) : fields
            bytes += present.map(Self.written).joined(separator: ",").utf8
            bytes.append(0x0A)
        }
        add(Self.columns)
        forEachSale(isTest: isTest, hidesPrices: isTest, add)
        return bytes
    }

    /// In quotation marks where it has to be.
    private static func written(_ field: String) -> String {
        let isPlain = !field.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
