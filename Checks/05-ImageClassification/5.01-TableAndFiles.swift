import Exercises05
import Practice
import Solutions05

let tableAndFiles = Check(
    "5.1",
    answer("joined(table:files:)", Exercises05.joined(table:files:), Solutions05.joined(table:files:))
) { joined in
    func expectJoined(
        _ table: String, _ files: [String], _ labels: [String: String], missing: [String] = [], strays: [String] = []
    ) throws {
        let found = try joined(table, files)
        guard let value = found.value else {
            throw WrongAnswer(given: found.call, expected: "labels, missing and strays", found: "nil")
        }
        let three = Found(found.call, value)
        try expectEqual(three.its("labels") { $0.labels }, labels)
        try expectEqual(three.its("missing") { $0.missing }, missing)
        try expectEqual(three.its("strays") { $0.strays }, strays)
    }
    try expectJoined("file,breed\n1.jpg,boxer\n2.jpg,pug\n", ["1.jpg", "2.jpg"], ["1.jpg": "boxer", "2.jpg": "pug"])
    try expectJoined(
        "file,breed\n9.jpg,pug\n1.jpg,boxer\n3.jpg,pug\n", ["7.jpg", "1.jpg", "4.jpg"], ["1.jpg": "boxer"],
        missing: ["9.jpg", "3.jpg"], strays: ["7.jpg", "4.jpg"])
    try expectJoined(
        "file,breed\r\n 1.jpg , great pyrenees\r\n\r\n  \r\n2.jpg,pug", ["2.jpg", "1.jpg"],
        ["1.jpg": "great pyrenees", "2.jpg": "pug"])
    try expectJoined("file,breed\n", ["1.jpg"], [:], strays: ["1.jpg"])
    try expectJoined("file,breed", [], [:])
    for table in [
        "file,breed\n1.jpg\n", "file,breed\n1.jpg,boxer,2\n", "file,breed\n1.jpg,\n", "file,breed\n,boxer\n",
        "file,breed\n1.jpg,  \n", "file,breed\n  ,boxer\n", "file,breed\n1.jpg,boxer,\n",
        "file,breed\n1.jpg,boxer\n1.jpg,pug\n", "file,breed\n1.jpg,boxer\n1.jpg ,boxer\n",
    ] {
        let found = try joined(table, ["1.jpg"])
        try expect(found, "nil", found: "something else") { $0 == nil }
    }
}
