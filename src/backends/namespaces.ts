/** XML namespaces, and URIs of checking systems, that several back-ends write. */
export const xccdfNamespace = 'http://checklists.nist.gov/xccdf/1.2';
export const ovalDefinitionsNamespace = 'http://oval.mitre.org/XMLSchema/oval-definitions-5';
export const ovalCommonNamespace = 'http://oval.mitre.org/XMLSchema/oval-common-5';
export const ocilNamespace = 'http://scap.nist.gov/schema/ocil/2.0';

export const ovalSystem = ovalDefinitionsNamespace;
export const ocilSystem = 'http://scap.nist.gov/schema/ocil/2';
