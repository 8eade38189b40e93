import Chapter14

ResidualNets.mainWithFiles()
