// What the book's tables say after each epoch of its ResNets, sections 14.7 and 14.8, and the pictures in half
// their size.

import Layers
import Notebook
import Tensors
import Training

extension BookTrainings {
    /// Section 14.7, with the stem: ResNet-18 on Imagenette-160, crops of 128 × 128, five epochs.
    static let resNet18 = [
        BookEpoch(1.673882, 1.828394, 0.413758), BookEpoch(1.331675, 1.572685, 0.518217),
        BookEpoch(1.087224, 1.086102, 0.650701), BookEpoch(0.900428, 0.968219, 0.684331),
        BookEpoch(0.760280, 0.782558, 0.757197),
    ]

    /// Section 14.8, with bottlenecks: ResNet-50 on Imagenette-320, crops of 224 × 224, twenty epochs.
    static let resNet50 = [
        BookEpoch(1.613448, 1.473355, 0.514140), BookEpoch(1.359604, 2.050794, 0.397452),
        BookEpoch(1.253112, 4.511735, 0.387006), BookEpoch(1.133450, 2.575221, 0.396178),
        BookEpoch(1.054752, 1.264525, 0.613758), BookEpoch(0.927930, 2.670484, 0.422675),
        BookEpoch(0.838268, 1.724588, 0.528662), BookEpoch(0.748289, 1.180668, 0.666497),
        BookEpoch(0.688637, 1.245039, 0.650446), BookEpoch(0.645530, 1.053691, 0.674904),
        BookEpoch(0.593401, 1.180786, 0.676433), BookEpoch(0.536634, 0.879937, 0.713885),
        BookEpoch(0.479208, 0.798356, 0.741656), BookEpoch(0.440071, 0.600644, 0.806879),
        BookEpoch(0.402952, 0.450296, 0.858599), BookEpoch(0.359117, 0.486126, 0.846369),
        BookEpoch(0.313642, 0.442215, 0.861911), BookEpoch(0.294050, 0.485967, 0.853503),
        BookEpoch(0.270583, 0.408566, 0.875924), BookEpoch(0.266003, 0.411752, 0.872611),
    ]
}

extension ResidualNets {
    /// ResNets-50, trained from several starts.
    func trainedResNet50s(width: Int, epochs: Int) throws -> [PictureLearner] {
        let classes = try classNames.count
        return try run.overSeeds(run.size(quick: 1, usual: 2)) { random in
            let net = OwnResNet(
                classes: classes, blocks: [3, 4, 6, 3], expansion: 4, width: width, body: bottleneckBody,
                using: &random)
            let learner = try pictureLearner(net, using: &random)
            try EpochReporting.silently { try learner.fitOneCycle(epochs, learningRate: 3e-3) }
            return learner
        }
    }

    /// The pictures in half their height and width [n, 3, 32, 32]: a quarter of the work.
    var smallPictures: (train: PictureSet, valid: PictureSet) {
        get throws {
            try run.once {
                let (train, valid) = (try trainPictures, try validPictures)
                return (
                    PictureSet(train.inputs.averagePooled(2), train.targets),
                    PictureSet(valid.inputs.averagePooled(2), valid.targets)
                )
            }
        }
    }
}
