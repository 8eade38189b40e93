import Exercises14
import Practice
import Solutions14

let differencesInWords = Check(
    "14.17",
    answer(
        "listOfDifferences(file:net:)", Exercises14.listOfDifferences(file:net:),
        Solutions14.listOfDifferences(file:net:))
) { listOfDifferences in
    let net = ["fc.weight": [10, 512], "fc.bias": [10], "bn1.running_var": [64]]
    try expectEqual(listOfDifferences(net, net), [])
    try expectEqual(
        listOfDifferences(["fc.weight": [1000, 512], "fc.bias": [10], "conv9.weight": [4]], net),
        [
            "bn1.running_var: missing", "conv9.weight: not needed",
            "fc.weight: the net has [10, 512], the file [1000, 512]",
        ])
    let wrapped = Dictionary(uniqueKeysWithValues: net.map { ("module." + $0, $1) })
    try expectEqual(listOfDifferences(wrapped, net), [])
    var counted = net
    counted["bn1.num_batches_tracked"] = []
    try expectEqual(listOfDifferences(counted, net), [])
    let both = ["module.fc.weight": [10, 512], "module.bn1.num_batches_tracked": [], "module.bn1.running_var": [64]]
    try expectEqual(listOfDifferences(both, net), ["fc.bias: missing"])
    // One name without the prefix, and none of them is cut.
    try expectEqual(
        listOfDifferences(["module.a": [1], "b": [1]], ["a": [1], "b": [1]]), ["a: missing", "module.a: not needed"])
    try expectEqual(
        listOfDifferences([:], net), ["bn1.running_var: missing", "fc.bias: missing", "fc.weight: missing"])
    try expectEqual(listOfDifferences(["a": []], ["a": [1]]), ["a: the net has [1], the file []"])
    try expectEqual(listOfDifferences(["module.module.a": [2]], ["module.a": [2]]), [])
}
