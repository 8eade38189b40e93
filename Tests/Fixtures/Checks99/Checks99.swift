// A chapter of answers that behave badly, to try the board on.

import Foundation
import Practice

let checks99 = [
    badly("99.1") { print("a line from the reader") },
    badly("99.2") { throw Unanswered("99.2") },
    Check("99.3", answer("spell()", { "wrong" }, { "right" })) { spell in try expectEqual(spell(), "right") },
    badly("99.4") {
        print("before"); print([Int]()[7])
    },
    badly("99.5") { while true { print("on and on") } },
    badly("99.6") { exit(0) },
    badly("99.7") {
        FileHandle.standardError.write(Data("\nmatmul: inner sizes differ\n  try: a transpose\nmore\n".utf8))
        exit(1)
    },
    badly("99.9") {
        try expectEqual(Found("slow()", asking("slow()") { () -> Int in while true {} }), 1)
    },
    badly("99.10") { try asking("throwing(3)") { throw CocoaError(.fileNoSuchFile) } },
    badly("99.11") {
        let sleeper = try Process.run(URL(filePath: "/bin/sleep"), arguments: ["300"])
        print(sleeper.processIdentifier)
    },
    badly("99.12") {
        FileHandle.standardError.write(Data("looking inside\n".utf8))
        print([Int]()[7])
    },
    badly("99.14") {
        print("out")
        FileHandle.standardError.write(Data("err\n".utf8))
    },
    badly("99.13") { print([Int.max, 1].reduce(0, +)) },
]

private func badly(_ id: String, _ behave: @escaping @Sendable () throws -> Void) -> Check {
    Check(id, Answer<@Sendable () throws -> Void>(behave, {})) { try $0() }
}

@main enum Checks99 {
    static func main() { runCheck(of: checks99) }
}
