// # The data, and a key to them
//
// Section 9.3 · After this page you know how to get the book's data, and can keep a secret in a file.

import Common
import Foundation
import Notebook
import Tabular

// Kaggle is a site of competitions: someone has data and a question, and whoever answers best wins. For learning it has
// more to offer than prizes. The data are real, a leaderboard says honestly how good you are, and afterwards the
// winners tell how they did it. The book takes *Blue Book for Bulldozers*: what will a machine be sold for at an
// auction, given what it is, how it is fitted, and how much it was used?
//
// The data belong to the organizers, and you have to accept their rules by yourself, with an account of your own. Then
// `TrainAndValid.csv` goes into a folder `bulldozers`, and `--data` names the folder above it. The archive has seven
// files. `Test.csv` is what is to be predicted, and has no prices. `Valid.csv` and `ValidSolution.csv` are the sales
// that the public leaderboard judged by; `TrainAndValid.csv` has them too. `Machine_Appendix.csv` says more about
// machines, and `median_benchmark.csv` and `random_forest_benchmark_test.csv` are what two simple models have sent in.
//
// Programs that download by themselves need a key, a file that the site gives you. Whoever has the file can act in your
// name, so nobody else on the machine may read it: its permissions are 0600, in the system's numbers. `keepSecret`
// writes such a file, and leaves one alone that is there.

/// Writes a secret to a file that only its owner can read, unless the file exists.
/// - Returns: whether it was written.
public func keepSecret(_ secret: String, in file: URL) throws -> Bool {
    try makeFolder(file.deletingLastPathComponent())
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 {
        if errno == EEXIST { return false }
        throw Refusal("\(file.path) cannot be written: \(String(cString: strerror(errno)))")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(secret.utf8))
    return true
}

extension TabularModeling {
    func keyOfOnesOwn() throws {
        // The file has its permissions from the moment that it exists. If they were set afterwards, there would be a
        // moment in between. In a folder for this run only:
        let folder = FileManager.default.temporaryDirectory.appending(path: "groundup-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "kaggle.json")
        let (first, second) = (try keepSecret("{\"key\": \"…\"}", in: file), try keepSecret("another", in: file))
        show(first, "written the first time")
        show(
            second, "written the second time",
            predict: .yesNo("The file is there already. Is it written again?", second))
        let status = try FileManager.default.attributesOfItem(atPath: file.path)
        show(
            String((status[.posixPermissions] as? Int ?? 0) & 0o777, radix: 8),
            "its permissions, in the system's numbers")
    }
}
